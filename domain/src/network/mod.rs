//! Networks of municipalities, and who belongs to them.

mod apply;
mod decide;
mod departure;
mod expiry;
mod leave;
mod membership;
mod owned;
mod states;
mod statistics;
mod update;

pub use apply::{ApplyForMembershipInput, InviteMemberInput, MembershipPayload};
pub use decide::{AnswerMembershipInput, DecideMembershipInput};
pub(crate) use departure::Company;
pub use expiry::expire_invitations;
pub use leave::LeaveNetworkInput;
pub use membership::NetworkMembership;
pub(crate) use states::MEMBER;
pub use statistics::{MeetingKindCount, MunicipalityCount, NetworkStatistics, TopicCount};
pub use update::{NetworkPayload, UpdateNetworkInput};

use crate::access::Action;
use crate::session::can;
use crate::{
    MeetingSeries, Position, SourceReference,
    read::{Fields, Object, Scope, Visible},
    values::PartialDate,
};
use async_graphql::Value;
use verbund_entity::network::{self, Column, NetworkPurpose};
use verbund_entity::{meeting_series, network_membership, position, source_reference};

pub struct Network;

impl Object for Network {
    type Entity = network::Entity;
    const NAME: &'static str = "Network";
    const DOC: &'static str = "Municipalities that work together (Städtekooperation).";

    fn visible(_: &Scope) -> Visible {
        Visible::everybody()
    }

    fn fields(f: &mut Fields<Self>) {
        f.column(Column::Slug, "Its name in addresses.").filter();
        f.column(Column::Name, "As the network writes itself.");
        f.column(Column::Description, "What it is for.");
        f.computed::<Vec<NetworkPurpose>>(
            "purposes",
            &[Column::Purposes],
            "What its members do together.",
            |row| row.json(0).unwrap_or_else(|| Value::List(Vec::new())),
        );
        f.computed::<Option<PartialDate>>("foundedOn", &[Column::FoundedOn], "When it was founded.", |row| {
            PartialDate::of(row.text(0))
        });
        f.column(Column::Website, "Its page on the web; null if unknown (Webseite).");
        f.column(
            Column::DefaultLanguage,
            "The language that texts are in unless they say otherwise.",
        );
        f.column(Column::TimeZone, "Where its days begin and end (IANA).");
        f.many::<NetworkMembership>(
            "memberships",
            network_membership::Column::NetworkId,
            "Who belongs to it.",
        );
        f.many::<Position>(
            "positions",
            position::Column::NetworkId,
            "Offices that people hold in it.",
        );
        f.many::<MeetingSeries>(
            "meetingSeries",
            meeting_series::Column::NetworkId,
            "Meeting series that are its own (Veranstaltungsreihen).",
        );
        f.list::<SourceReference>("sources", source_reference::Column::NetworkId, SourceReference::LIST);
        f.viewer_can(vec![
            can::<Self>("update", Action::NetworkUpdate),
            can::<Self>("createMeeting", Action::MeetingCreate),
            can::<Self>("createMeetingSeries", Action::MeetingSeriesCreate),
            can::<Self>("inviteMember", Action::MembershipInvite),
            can::<Self>("createTopic", Action::TopicCreate),
            can::<Self>("createMunicipality", Action::MunicipalityCreate),
        ]);
        f.order("NAME", Column::NameKey, "By name.");
        f.search(Column::SearchText);
    }
}
