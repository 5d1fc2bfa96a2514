//! Writes about what one city proposes to another.

use crate::small_world::{House, World};
use async_graphql::{ID, InputType, Value};
use serde_json::json;
use verbund_domain::access::Action;
use verbund_domain::error::{Error, UserError};
use verbund_domain::session::Session;
use verbund_domain::{ProposeChangeInput, RejectChangeProposalInput, WithdrawChangeProposalInput};

pub(super) async fn try_it(
    world: &World,
    session: &Session,
    action: Action,
    house: &House,
) -> Result<Vec<UserError>, Error> {
    let expected_revision = None;
    Ok(match action {
        Action::ChangePropose => {
            let update = json!({ "id": world.guest, "expectedRevision": 1, "population": 345_000 });
            let input = proposal(&house.id, json!({ "municipality": update }));
            session.propose_change(input).await?.user_errors
        }
        Action::ChangeDecide => {
            let input = RejectChangeProposalInput {
                id: ID::from(&house.proposal),
                expected_revision,
                note: "Das stimmt so nicht.".into(),
            };
            session.reject_change_proposal(input).await?.user_errors
        }
        Action::ChangeWithdraw => {
            let input = WithdrawChangeProposalInput {
                id: ID::from(&house.made),
                expected_revision,
            };
            session.withdraw_change_proposal(input).await?.user_errors
        }
        other => unreachable!("{other:?}"),
    })
}

/// A proposal of a city as a client sends it.
pub fn proposal(by: &str, change: serde_json::Value) -> ProposeChangeInput {
    let input = json!({ "proposedBy": by, "change": change, "reason": "So steht es im Amtsblatt." });
    let input = Value::from_json(input).expect("a value");
    ProposeChangeInput::parse(Some(input))
        .map_err(|_| "no input")
        .expect("an input")
}
