//! People, organisations and contacts: each belongs to one municipality.

use super::{LEVELS, OF_ESSEN, OF_HAGEN, table};
use crate::worlds::making::{Making, Party, State};
use verbund_entity::Visibility::Public;

#[actix_web::test]
async fn a_record_of_one_municipality_is_seen_at_its_level_by_every_way_alike() {
    let table = table(async |m: &mut Making| {
        for city in ["hagen", "essen"] {
            for (name, level) in LEVELS {
                m.person(&format!("{name}{city}"), city, level).await;
                m.position(
                    &format!("office of {name}{city}"),
                    city,
                    Public,
                    &format!("{name}{city}"),
                )
                .await;
                m.organization(&format!("verein{name}{city}"), city, level).await;
                m.contact(
                    &format!("kontakt{name}{city}"),
                    Party::City(city),
                    city,
                    level,
                    State::Holds,
                )
                .await;
            }
        }
    })
    .await;
    for (city, viewers) in [("hagen", OF_HAGEN), ("essen", OF_ESSEN)] {
        for ((name, _), viewers) in LEVELS.into_iter().zip(viewers) {
            let below = |list: &str| format!("{{municipality(slug: {city:?}){{{list}}}}}");
            let person = [
                "{people(first: 50){nodes{id}}}".to_owned(),
                format!("{{people(search: \"{name}{city}\"){{nodes{{id}}}}}}"),
                below("positions(first: 50){nodes{person{id}}}"),
            ];
            table
                .seen_by("Person", &format!("{name}{city}"), &person, viewers)
                .await;
            let organization = [
                "{organizations(first: 50){nodes{id}}}".to_owned(),
                format!("{{organizations(search: \"verein{name}{city}\"){{nodes{{id}}}}}}"),
                below("organizations(first: 50){nodes{id}}"),
            ];
            table
                .seen_by("Organization", &format!("verein{name}{city}"), &organization, viewers)
                .await;
            let contact = [
                "{contacts(first: 50){nodes{id}}}".to_owned(),
                format!("{{contacts(search: \"kontakt{name}{city}\"){{nodes{{id}}}}}}"),
                below("contacts(first: 50){nodes{id}}"),
            ];
            table
                .seen_by("ContactPoint", &format!("kontakt{name}{city}"), &contact, viewers)
                .await;
        }
    }
}
