//! Where facts were taken from. Everything is also marked as a demonstration.

use super::records::Records;
use crate::error::Error;
use crate::session::{Recorder, new_public_id};
use chrono::{DateTime, Utc};
use sea_orm::ActiveValue::Set;
use verbund_entity::source_reference::ActiveModel as Row;
use verbund_entity::{
    contact_point, meeting, meeting_organizer, municipality, network, network_membership, organization, person,
    position, project, project_participation, topic,
};

/// Something published: its title, in our words where it is no record of a library; publisher, date as far as known, and
/// where it is kept.
type Text = (&'static str, &'static str, Option<&'static str>, Option<&'static str>);

const DEMONSTRATION: Text = ("Demonstration", "Verbund", None, None);

const FACHTAG: Text = (
    "Pressemitteilung zum Fachtag der Städtekooperation in Herne",
    "Stadt Hagen",
    Some("2025-01-30"),
    None,
);
const ORGANISATIONS: Text = (
    "Bericht über die Migrantenselbstorganisationen in Hagen",
    "Stadt Hagen",
    Some("2024-01-09"),
    None,
);
const LIBRARY: Text = (
    "Fachkonferenz zur Arbeitsmarktintegration von Flüchtlingen – Beispiele aus Städten",
    "Städtetag Nordrhein-Westfalen",
    None,
    Some("Eildienst. Städtetag Nordrhein-Westfalen, Nr. 2, S. 3-4; ZLB: Kws 860 ZB 6748"),
);
const FORUM: Text = (
    "Bericht über das erste Integrationsforum",
    "Kreis Minden-Lübbecke",
    None,
    None,
);
const CONFERENCE: Text = (
    "Ankündigung der Integrationskonferenz 2023",
    "Werra-Meißner-Kreis",
    None,
    None,
);

/// Which table a name is of.
#[derive(Clone, Copy)]
enum Of {
    Network,
    /// The memberships in the network of this name.
    Memberships,
    Municipality,
    Organization,
    Meeting,
}

/// What a text names. Nothing invented stands here.
const QUOTED: &[(Text, Of, &[&str])] = &[
    (FACHTAG, Of::Network, &["integration-interkommunal"]),
    (FACHTAG, Of::Memberships, &["integration-interkommunal"]),
    (
        FACHTAG,
        Of::Municipality,
        &[
            "bochum",
            "bottrop",
            "dortmund",
            "duisburg",
            "essen",
            "gelsenkirchen",
            "hagen",
            "herne",
            "muelheim",
            "oberhausen",
        ],
    ),
    (
        FACHTAG,
        Of::Organization,
        &["ki-hagen", "acadi", "kolping", "duisburg-essen", "mkjfgfi"],
    ),
    (FACHTAG, Of::Meeting, &["fachtag-berufseinstieg"]),
    (ORGANISATIONS, Of::Municipality, &["hagen"]),
    (
        ORGANISATIONS,
        Of::Organization,
        &["ki-hagen", "presse-hagen", "bezirksregierung"],
    ),
    (ORGANISATIONS, Of::Meeting, &["mso-netzwerktreffen-2016"]),
    (
        LIBRARY,
        Of::Organization,
        &["staedtetag", "mweimh", "mais", "haus-der-integration", "rege"],
    ),
    (
        LIBRARY,
        Of::Municipality,
        &["wuppertal", "duesseldorf", "bielefeld", "koeln"],
    ),
    (LIBRARY, Of::Meeting, &["fachkonferenz-2017"]),
    (
        FORUM,
        Of::Organization,
        &["mkjfgfi", "dezim", "ki-wuppertal", "haus-der-integration"],
    ),
    (FORUM, Of::Municipality, &["minden-luebbecke", "wuppertal"]),
    (FORUM, Of::Meeting, &["integrationsforum-minden-luebbecke"]),
    (
        CONFERENCE,
        Of::Organization,
        &[
            "agah",
            "ak-auslaenderbeiraete",
            "auslaenderbeirat",
            "demokratie-leben",
            "fachbereich-6",
            "partnerschaft",
            "vielfaltszentrum",
        ],
    ),
    (CONFERENCE, Of::Municipality, &["werra-meissner", "eschwege"]),
    (
        CONFERENCE,
        Of::Meeting,
        &["integrationskonferenz-2022", "integrationskonferenz-2023"],
    ),
];

pub(super) async fn record(recorder: &mut Recorder, records: &Records, now: DateTime<Utc>) -> Result<(), Error> {
    let mut rows = Vec::new();
    let memberships = recorder.all::<network_membership::Entity>().await?;
    for (text, of, names) in QUOTED {
        for name in *names {
            let key = records.key(name)?;
            let row = source(*text, now);
            match of {
                Of::Network => rows.push(Row {
                    network_id: Set(Some(key)),
                    ..row
                }),
                Of::Memberships => {
                    let members = memberships.iter().filter(|one| one.network_id == key);
                    rows.extend(members.map(|one| Row {
                        membership_id: Set(Some(one.id)),
                        ..source(*text, now)
                    }));
                }
                Of::Municipality => rows.push(Row {
                    municipality_id: Set(Some(key)),
                    ..row
                }),
                Of::Organization => rows.push(Row {
                    organization_id: Set(Some(key)),
                    ..row
                }),
                Of::Meeting => rows.push(Row {
                    meeting_id: Set(Some(key)),
                    ..row
                }),
            }
        }
    }
    macro_rules! demonstrate {
        ($($table:ident by $column:ident),+ $(,)?) => {$(
            for record in recorder.all::<$table::Entity>().await? {
                rows.push(Row { $column: Set(Some(record.id)), ..source(DEMONSTRATION, now) });
            }
        )+};
    }
    demonstrate! {
        network by network_id,
        municipality by municipality_id,
        network_membership by membership_id,
        organization by organization_id,
        person by person_id,
        position by position_id,
        topic by topic_id,
        contact_point by contact_point_id,
        project by project_id,
        project_participation by participation_id,
        meeting by meeting_id,
        meeting_organizer by organizer_id,
    }
    recorder.add(rows).await
}

fn source((title, publisher, published_on, holding): Text, now: DateTime<Utc>) -> Row {
    Row {
        public_id: Set(new_public_id()),
        revision: Set(1),
        created_at: Set(now),
        updated_at: Set(now),
        title: Set(title.to_owned()),
        publisher: Set(Some(publisher.to_owned())),
        published_on: Set(published_on.map(str::to_owned)),
        url: Set(None),
        holding: Set(holding.map(str::to_owned)),
        network_id: Set(None),
        municipality_id: Set(None),
        membership_id: Set(None),
        organization_id: Set(None),
        person_id: Set(None),
        position_id: Set(None),
        topic_id: Set(None),
        contact_point_id: Set(None),
        project_id: Set(None),
        participation_id: Set(None),
        meeting_id: Set(None),
        organizer_id: Set(None),
        ..Default::default()
    }
}
