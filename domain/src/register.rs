//! What the register offers: all object types, and the root fields that lead to them.

use crate::read::{Catalog, Key, RootFields, Roots, Shape};
use crate::values::{Ags, DistrictKey, Slug};
use crate::{
    AttendanceLine, ChangeProposal, ContactPoint, DirectoryConsent, Document, Meeting, MeetingOrganizer, MeetingSeries,
    MeetingSession, MunicipalUser, Municipality, Network, NetworkMembership, Organization, Person, Place, Position,
    Project, ProjectParticipation, RoleGrant, SearchResult, SessionResult, SessionRole, SessionSpeaker,
    SourceReference, Topic,
};
use verbund_entity::{meeting, meeting_series, municipality, network, project};

/// Names all object types: one line each. Called before a schema is built.
pub fn declare() {
    Catalog::set(vec![
        Shape::of::<Network>,
        Shape::of::<NetworkMembership>,
        Shape::of::<Municipality>,
        Shape::of::<Topic>,
        Shape::of::<Organization>,
        Shape::of::<DirectoryConsent>,
        Shape::of::<Person>,
        Shape::of::<Position>,
        Shape::of::<ContactPoint>,
        Shape::of::<Project>,
        Shape::of::<ProjectParticipation>,
        Shape::of::<MeetingSeries>,
        Shape::of::<Meeting>,
        Shape::of::<MeetingOrganizer>,
        Shape::of::<MeetingSession>,
        Shape::of::<SessionResult>,
        Shape::of::<SessionRole>,
        Shape::of::<SessionSpeaker>,
        Shape::of::<Place>,
        Shape::of::<Document>,
        Shape::of::<AttendanceLine>,
        Shape::of::<SourceReference>,
        Shape::of::<MunicipalUser>,
        Shape::of::<RoleGrant>,
        Shape::of::<ChangeProposal>,
    ]);
}

/// The root fields of the register.
pub struct Register;

impl RootFields for Register {
    const NAME: &'static str = "Register";

    fn fields(r: &mut Roots) {
        r.nodes();
        let slug = "Its name in addresses.";
        r.by_key::<Network>(
            "network",
            vec![Key::of::<Network, Slug>("slug", network::Column::Slug, slug)],
            "A network (Städtekooperation) by its key; null if there is none that the viewer may see.",
        );
        r.page::<Network>("networks", "All networks (Städtekooperationen).");
        let keys = vec![
            Key::of::<Municipality, Ags>("ags", municipality::Column::Ags, "Official key of 8 digits."),
            Key::of::<Municipality, DistrictKey>(
                "districtKey",
                municipality::Column::DistrictKey,
                "A district's key of 5 digits.",
            ),
            Key::of::<Municipality, Slug>("slug", municipality::Column::Slug, slug),
        ];
        r.by_key::<Municipality>(
            "municipality",
            keys,
            "A municipality (Kommune) by exactly one of its keys; null if there is none.",
        );
        r.page::<Municipality>(
            "municipalities",
            "All municipalities (Kommunen), members of a network or not.",
        );
        r.page::<ContactPoint>("contacts", "All contacts (Kontakte) that the viewer may see.");
        r.page::<Person>("people", "All people (Personen) that the viewer may see.");
        r.page::<Organization>(
            "organizations",
            "All organisations (Organisationen) that the viewer may see.",
        );
        r.page::<Topic>("topics", "All topics (Themen).");
        r.by_key::<Project>(
            "project",
            vec![Key::of::<Project, Slug>("slug", project::Column::Slug, slug)],
            "A project (Projekt) by its key; null if there is none that the viewer may see.",
        );
        r.page::<Project>("projects", "All projects (Projekte) that the viewer may see.");
        r.by_key::<Meeting>(
            "meeting",
            vec![Key::of::<Meeting, Slug>("slug", meeting::Column::Slug, slug)],
            "A meeting (Veranstaltung) by its key; null if there is none that the viewer may see.",
        );
        r.page::<Meeting>("meetings", "All meetings (Veranstaltungen) that the viewer may see.");
        r.by_key::<MeetingSeries>(
            "meetingSeries",
            vec![Key::of::<MeetingSeries, Slug>(
                "slug",
                meeting_series::Column::Slug,
                slug,
            )],
            "A meeting series.",
        );
        r.page::<MeetingSeries>(
            "allMeetingSeries",
            "All meeting series (Veranstaltungsreihen) that the viewer may see.",
        );
        r.page::<Place>(
            "places",
            "All places (Orte, Veranstaltungsorte) that the viewer may see.",
        );
        r.search::<SearchResult>(
            "search",
            "What is found in all that the viewer may see (Suche): type by type, each in its own order, without a ranking.",
        );
    }
}
