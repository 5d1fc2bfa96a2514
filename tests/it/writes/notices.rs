//! How one registers for a meeting elsewhere, and until when.

use super::meetings::{create, last};
use super::{only, told};
use crate::attempt::{new_meeting, unchanged_meeting};
use crate::small_world::World;
use async_graphql::{ID, MaybeUndefined};
use chrono::TimeDelta;
use verbund_domain::error::UserErrorCode;
use verbund_domain::read::id::encode;
use verbund_domain::values::{DateTime, LocalDate, TimeZone};
use verbund_domain::{CreateMeetingInput, RegistrationNoticeInput, UpdateMeetingInput};
use verbund_entity::meeting::NoticeChannel;

fn by_mail(address: Option<&str>) -> RegistrationNoticeInput {
    RegistrationNoticeInput {
        channel: NoticeChannel::ExternalEmail,
        address: address.map(str::to_owned),
        closes_on: None,
        closes_at: None,
    }
}

fn with(world: &World, notice: RegistrationNoticeInput) -> CreateMeetingInput {
    let start = world.now + TimeDelta::days(10);
    CreateMeetingInput {
        starts_at: Some(DateTime(start)),
        ends_at: Some(DateTime(start + TimeDelta::hours(3))),
        registration_notice: Some(notice),
        ..new_meeting(&world.house("hagen").id)
    }
}

#[tokio::test]
async fn a_last_day_ends_at_midnight_where_the_meeting_is() {
    let world = World::new().await;
    let day = LocalDate("2026-11-05".parse().expect("a day"));
    let until = RegistrationNoticeInput {
        closes_on: Some(day),
        ..by_mail(Some("anmeldung@stadt.example"))
    };
    assert_eq!(create(&world, with(&world, until.clone())).await, []);
    let closes = async || {
        last(&world)
            .await
            .registration_closes_at
            .expect("a deadline")
            .to_rfc3339()
    };
    assert_eq!(closes().await, "2026-11-05T22:59:59+00:00");

    let elsewhere = CreateMeetingInput {
        time_zone: Some(TimeZone::parse("Europe/London").expect("a zone")),
        ..with(&world, until)
    };
    assert_eq!(create(&world, elsewhere).await, []);
    assert_eq!(closes().await, "2026-11-05T23:59:59+00:00");
}

#[tokio::test]
async fn an_address_fits_its_channel() {
    let world = World::new().await;
    let address = || only(UserErrorCode::Invalid, "input.registrationNotice.address");
    let missing = || only(UserErrorCode::Required, "input.registrationNotice.address");
    assert_eq!(create(&world, with(&world, by_mail(None))).await, missing());
    assert_eq!(
        create(&world, with(&world, by_mail(Some("www.stadt.example")))).await,
        address()
    );
    let page = |channel, address: &str| RegistrationNoticeInput {
        channel,
        ..by_mail(Some(address))
    };
    assert_eq!(
        create(&world, with(&world, page(NoticeChannel::ExternalUrl, "kein Platz"))).await,
        address()
    );
    assert_eq!(
        create(&world, with(&world, page(NoticeChannel::NotNeeded, "a@stadt.example"))).await,
        address()
    );
    assert_eq!(
        create(
            &world,
            with(&world, page(NoticeChannel::ExternalUrl, "www.stadt.example"))
        )
        .await,
        []
    );
    assert_eq!(
        last(&world).await.registration_address.as_deref(),
        Some("https://www.stadt.example/")
    );
}

#[tokio::test]
async fn nobody_registers_for_what_has_begun() {
    let world = World::new().await;
    let late = RegistrationNoticeInput {
        closes_at: Some(DateTime(world.now + TimeDelta::days(11))),
        ..by_mail(Some("anmeldung@stadt.example"))
    };
    let refused = || only(UserErrorCode::Invalid, "input.registrationNotice.closesAt");
    assert_eq!(create(&world, with(&world, late)).await, refused());
    let both = RegistrationNoticeInput {
        closes_at: Some(DateTime(world.now)),
        closes_on: Some(LocalDate("2026-11-05".parse().expect("a day"))),
        ..by_mail(Some("anmeldung@stadt.example"))
    };
    assert_eq!(create(&world, with(&world, both)).await, refused());

    let soon = RegistrationNoticeInput {
        closes_at: Some(DateTime(world.now + TimeDelta::days(9))),
        ..by_mail(Some("anmeldung@stadt.example"))
    };
    assert_eq!(create(&world, with(&world, soon)).await, []);
    let made = encode("Meeting", &last(&world).await.public_id);
    let start = world.now + TimeDelta::days(5);
    let earlier = UpdateMeetingInput {
        starts_at: MaybeUndefined::Value(DateTime(start)),
        ..unchanged_meeting(&made)
    };
    let answer = world.admin("hagen").update_meeting(earlier).await.expect("an answer");
    assert_eq!(told(&answer.user_errors), refused());
    let cleared = UpdateMeetingInput {
        registration_notice: MaybeUndefined::Null,
        place: MaybeUndefined::Value(ID::from(&world.house("hagen").place)),
        ..unchanged_meeting(&made)
    };
    let answer = world.admin("hagen").update_meeting(cleared).await.expect("an answer");
    assert_eq!(told(&answer.user_errors), []);
    let row = last(&world).await;
    assert_eq!((row.registration_channel, row.registration_closes_at), (None, None));
    assert!(row.place_id.is_some());
}
