//! The two networks and their members.

use super::records::{Records, stored};
use crate::error::Error;
use crate::session::Recorder;
use crate::values::fold::{order_key, search_text};
use crate::{Network, NetworkMembership};
use sea_orm::ActiveValue::Set;
use verbund_entity::network::NetworkPurpose as Purpose;
use verbund_entity::network_membership::{self, MembershipStatus};
use verbund_entity::{network, network_membership as membership};

pub(super) struct NetworkRow {
    pub slug: &'static str,
    name: &'static str,
    description: &'static str,
    purposes: &'static [Purpose],
    /// Cities, and since when, where that is known.
    pub members: &'static [(&'static str, Option<&'static str>)],
}

pub(super) const NETWORKS: &[NetworkRow] = &[
    NetworkRow {
        slug: "integration-interkommunal",
        name: "Integration.Interkommunal",
        description: "Zehn Städte des Ruhrgebiets suchen gemeinsam neue Wege der Integration, lernen voneinander und \
                      teilen, was sie dafür haben.",
        purposes: &[
            Purpose::JointSolutions,
            Purpose::ExperienceExchange,
            Purpose::ResourcePooling,
        ],
        members: &[
            ("bochum", None),
            ("bottrop", None),
            ("dortmund", None),
            ("duisburg", None),
            ("essen", None),
            ("gelsenkirchen", None),
            ("hagen", Some("2023")),
            ("herne", None),
            ("muelheim", None),
            ("oberhausen", None),
        ],
    },
    NetworkRow {
        slug: "kreise-und-kreisstadt",
        name: "Kreise und Kreisstadt",
        description: "Erfunden für die Demonstration: Zwei Kreise und eine Kreisstadt, die mit dem Ruhrgebiet nichts \
                      teilen. An ihnen sieht man, dass ein Netzwerk das andere nicht sieht.",
        purposes: &[Purpose::ExperienceExchange],
        members: &[("minden-luebbecke", None), ("werra-meissner", None), ("eschwege", None)],
    },
];

pub(super) async fn record(recorder: &mut Recorder, records: &mut Records) -> Result<(), Error> {
    for row in NETWORKS {
        let network = network::ActiveModel {
            slug: Set(row.slug.to_owned()),
            name: Set(row.name.to_owned()),
            name_key: Set(order_key(row.name)),
            description: Set(Some(row.description.to_owned())),
            purposes: Set(stored(row.purposes)),
            founded_on: Set(None),
            website: Set(None),
            default_language: Set("de".to_owned()),
            time_zone: Set("Europe/Berlin".to_owned()),
            search_text: Set(search_text(&[row.name, row.description])),
            ..Default::default()
        };
        records.add(row.slug, recorder.record::<Network, _>(network).await?)?;
        for (city, since) in row.members {
            let member = network_membership::ActiveModel {
                network_id: Set(records.key(row.slug)?),
                municipality_id: Set(records.key(city)?),
                status: Set(MembershipStatus::Active),
                member_since: Set(since.map(str::to_owned)),
                member_until: Set(None),
                ..Default::default()
            };
            recorder
                .record::<NetworkMembership, membership::ActiveModel>(member)
                .await?;
        }
    }
    Ok(())
}
