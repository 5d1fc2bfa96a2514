//! Places, documents, and who came.

use crate::agenda_inputs::{
    new_attendance, new_document, new_place, support_of, unchanged_attendance, unchanged_document, unchanged_place,
};
use crate::small_world::House;
use async_graphql::MaybeUndefined;
use verbund_domain::UpdateDocumentInput;
use verbund_domain::access::Action;
use verbund_domain::error::{Error, UserError};
use verbund_domain::session::Session;
use verbund_entity::Visibility;

pub(super) async fn try_it(session: &Session, action: Action, house: &House) -> Result<Vec<UserError>, Error> {
    Ok(match action {
        Action::SessionResultSupport => {
            let input = support_of(&house.result, &house.id);
            session.support_session_result(input).await?.user_errors
        }
        Action::SessionResultSupportWithdraw => {
            let input = support_of(&house.result, &house.id);
            session.withdraw_session_result_support(input).await?.user_errors
        }
        Action::PlaceCreate => session.create_place(new_place(&house.id)).await?.user_errors,
        Action::PlaceUpdate => session.update_place(unchanged_place(&house.place)).await?.user_errors,
        Action::DocumentAttach => {
            let input = new_document(&house.project, &house.id);
            session.attach_document(input).await?.user_errors
        }
        Action::DocumentUpdate => {
            let input = unchanged_document(&house.document);
            session.update_document(input).await?.user_errors
        }
        Action::VisibilityWiden => {
            let input = UpdateDocumentInput {
                visibility: MaybeUndefined::Value(Visibility::Public),
                ..unchanged_document(&house.document)
            };
            session.update_document(input).await?.user_errors
        }
        Action::AttendanceEnter => {
            let input = new_attendance(&house.held, &house.id);
            session.enter_attendance(input).await?.user_errors
        }
        Action::AttendanceUpdate => {
            let input = unchanged_attendance(&house.attendance);
            session.update_attendance(input).await?.user_errors
        }
        other => panic!("{other:?} is tried elsewhere"),
    })
}
