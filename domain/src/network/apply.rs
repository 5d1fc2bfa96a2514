//! A membership begins with the word of one side: a municipality asks, or a network invites.

use super::expiry::is_overdue;
use super::{Network, NetworkMembership, states};
use crate::Municipality;
use crate::access::{Action, Owners};
use crate::error::Error;
use crate::problems::{Problems, is_duplicate};
use crate::session::{Once, Session, Tx};
use crate::values::TextRule;
use async_graphql::{ID, InputObject, InputType};
use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, Condition, IntoActiveModel};
use verbund_entity::network_membership::{ActiveModel, Column, MembershipStatus};

/// An application to join a network (Antrag auf Mitgliedschaft).
#[derive(InputObject)]
pub struct ApplyForMembershipInput {
    /// The municipality that wants to join, and for which the viewer acts (Kommune).
    pub municipality: ID,
    /// The network to join (Netzwerk).
    pub network: ID,
    /// What the network should know, at most 2,000 characters; read by its coordinators and by the municipality's
    /// administrators (Anmerkung).
    pub note: Option<String>,
    /// Sent again with the same input, the first result is the answer. At most 64 characters.
    pub idempotency_key: Option<String>,
}

/// An invitation to join a network (Einladung zur Mitgliedschaft). It holds for 60 days.
#[derive(InputObject)]
pub struct InviteMemberInput {
    /// The network that invites, and for which the viewer acts (Netzwerk).
    pub network: ID,
    /// The municipality to invite (Kommune).
    pub municipality: ID,
    /// Sent again with the same input, the first result is the answer. At most 64 characters.
    pub idempotency_key: Option<String>,
}

payload! {
    /// The membership after the change (Mitgliedschaft).
    MembershipPayload { membership: NetworkMembership }
}

impl Session {
    /// Asks to join a network.
    pub async fn apply_for_membership(&self, input: ApplyForMembershipInput) -> Result<MembershipPayload, Error> {
        let city = self.find::<Municipality>(&input.municipality).await?.id;
        let tx = self
            .create(Action::MembershipApply, &Owners::municipality(city))
            .await?;
        let mut problems = Problems::new(self.language());
        let note = problems.optional_text("note", input.note.as_deref(), TextRule::SUMMARY);
        let network = tx.expected::<Network>(&input.network, "network", &mut problems).await?;
        let begins = ActiveModel {
            network_id: network.map_or(sea_orm::NotSet, |network| Set(network.id)),
            municipality_id: Set(city),
            status: Set(MembershipStatus::Applied),
            application_note: Set(note),
            ..Default::default()
        };
        let request = Request {
            operation: "applyForMembership",
            key: input.idempotency_key.as_deref(),
            path: "network",
        };
        begin(tx, begins, request, &input, problems).await
    }

    /// Invites a municipality to join a network.
    pub async fn invite_member(&self, input: InviteMemberInput) -> Result<MembershipPayload, Error> {
        let (tx, network) = self.edit::<Network>(Action::MembershipInvite, &input.network).await?;
        let mut problems = Problems::new(self.language());
        let city = tx
            .expected::<Municipality>(&input.municipality, "municipality", &mut problems)
            .await?;
        let begins = ActiveModel {
            network_id: Set(network.id),
            municipality_id: city.map_or(sea_orm::NotSet, |city| Set(city.id)),
            status: Set(MembershipStatus::Invited),
            application_note: Set(None),
            ..Default::default()
        };
        let request = Request {
            operation: "inviteMember",
            key: input.idempotency_key.as_deref(),
            path: "municipality",
        };
        begin(tx, begins, request, &input, problems).await
    }
}

/// How it was asked for.
struct Request<'a> {
    operation: &'static str,
    key: Option<&'a str>,
    /// Where the other side is named.
    path: &'static str,
}

async fn begin(
    mut tx: Tx,
    begins: ActiveModel,
    request: Request<'_>,
    input: &impl InputType,
    mut problems: Problems,
) -> Result<MembershipPayload, Error> {
    problems.key(request.key);
    let (Some(network), Some(city)) = (begins.network_id.try_as_ref(), begins.municipality_id.try_as_ref()) else {
        return Ok(MembershipPayload::refused(problems));
    };
    if !problems.none() {
        return Ok(MembershipPayload::refused(problems));
    }
    let between = Condition::all()
        .add(Column::NetworkId.eq(*network))
        .add(Column::MunicipalityId.eq(*city));
    let first = match tx.once(request.operation, request.key, input).await? {
        Once::First(first) => first,
        Once::Before(id) => return Ok(MembershipPayload::done(id)),
        Once::Other => {
            problems.other_input();
            return Ok(MembershipPayload::refused(problems));
        }
    };
    let open = between.add(Column::Status.is_in(states::OPEN.iter().copied()));
    for row in tx.lock_all::<NetworkMembership>(open).await? {
        if !is_overdue(&row, tx.now()) {
            already(&mut problems, request.path);
            return Ok(MembershipPayload::refused(problems));
        }
        // The hourly round has not come by yet.
        let mut lapsed = row.into_active_model();
        lapsed.status = Set(MembershipStatus::Expired);
        lapsed.decided_at = Set(Some(tx.now()));
        tx.update::<NetworkMembership, _>(lapsed, &[]).await?;
    }
    let begun = match tx.insert::<NetworkMembership, _>(begins).await {
        Err(error) if is_duplicate(&error) => {
            already(&mut problems, request.path);
            return Ok(MembershipPayload::refused(problems));
        }
        inserted => inserted?,
    };
    tx.remember(first, begun.id).await?;
    tx.finish().await?;
    Ok(MembershipPayload::done(begun.id))
}

fn already(problems: &mut Problems, path: &str) {
    problems.duplicate(
        path,
        "Schon Mitglied, eingeladen, oder der Antrag liegt vor.",
        "A member already, invited, or the application is there.",
    );
}
