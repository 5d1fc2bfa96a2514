//! A position is corrected by the municipality that keeps it. Who holds it and where stays: whoever follows holds a
//! position of their own.

use super::create::PositionPayload;
use super::{Position, deputy, holder, office, spokesperson};
use crate::Topic;
use crate::access::{Action, Owners};
use crate::change_proposal::{Proposable, Stand};
use crate::error::Error;
use crate::patch::{store, store_required_text, store_value};
use crate::problems::Problems;
use crate::session::{Row, Session, Tx};
use crate::values::{Edtf, TextRule};
use async_graphql::{ID, InputObject, MaybeUndefined};
use sea_orm::IntoActiveModel;
use verbund_entity::position::{ActiveModel, Column, PositionFunction};
use verbund_entity::{Visibility, position_topic};

/// What to change of a position (Funktion ändern). Absent: unchanged; null: cleared.
#[derive(InputObject)]
pub struct UpdatePositionInput {
    /// The position to change (Funktion).
    pub id: ID,
    /// The revision that the change is based on.
    pub expected_revision: i32,
    /// As it is called, at most 300 characters; never null (Bezeichnung).
    pub title: MaybeUndefined<String>,
    /// What kind of office or task it is; never null (Art der Funktion).
    pub function: MaybeUndefined<PositionFunction>,
    /// The office that it stands in for, held at the same place (Vertretung von).
    pub deputy_of: MaybeUndefined<ID>,
    /// When it began, not after its end (Beginn).
    pub valid_from: MaybeUndefined<Edtf>,
    /// Who sees it; never null (Sichtbarkeit). Making it public asks for a right of its own, unless it is an
    /// elected or leading office.
    pub visibility: MaybeUndefined<Visibility>,
    /// All topics that it shall be in charge of, at most 50 (Zuständigkeiten).
    pub responsibilities: MaybeUndefined<Vec<ID>>,
}

impl Session {
    /// Changes a position.
    pub async fn update_position(&self, input: UpdatePositionInput) -> Result<PositionPayload, Error> {
        let (mut tx, row) = self.edit::<Position>(Action::PositionUpdate, &input.id).await?;
        let wanted = input.visibility.value().copied();
        tx.may_widen::<Position>(&row, row.visibility, wanted).await?;
        let (id, place) = (row.id, holder::of(&row)?);
        let visibility = wanted.unwrap_or(row.visibility);
        let function = input.function.value().copied().unwrap_or(row.function);
        let before = Some((row.visibility, row.function));
        let owners = Owners::municipality(row.steward_id);
        office::may_be_shown(&tx, &owners, before, (visibility, function))?;
        let mut problems = Problems::new(self.language());
        if !problems.revision(input.expected_revision, row.revision) {
            return Ok(PositionPayload::refused_at(id, problems));
        }
        let mut changed = row.into_active_model();
        describe(&mut changed, &input, &mut problems);
        match &input.deputy_of {
            MaybeUndefined::Undefined => {}
            MaybeUndefined::Null => changed.deputy_of_id.set_if_not_equals(None),
            MaybeUndefined::Value(office) => {
                holder::lock(&tx, place).await?;
                let office = deputy::named(&tx, office, place, Some(id), &mut problems).await?;
                changed.deputy_of_id.set_if_not_equals(office);
            }
        }
        spokesperson::check(&tx, Some(id), &changed, "function", &mut problems).await?;
        let path = "responsibilities";
        let topics = match input.responsibilities {
            MaybeUndefined::Undefined => None,
            MaybeUndefined::Null => Some(Vec::new()),
            MaybeUndefined::Value(ids) => Some(tx.linked::<Topic>(&ids, path, &mut problems).await?),
        };
        if !problems.none() {
            return Ok(PositionPayload::refused(problems));
        }
        let mut also = Vec::new();
        if let Some(topics) = topics {
            let (near, far) = (position_topic::Column::PositionId, position_topic::Column::TopicId);
            if tx
                .relink::<Topic, position_topic::Entity>(near, id, far, &topics)
                .await?
            {
                also.push(path);
            }
        }
        tx.update::<Position, _>(changed, &also).await?;
        tx.finish().await?;
        Ok(PositionPayload::done(id))
    }
}

/// What is said of it.
fn describe(row: &mut ActiveModel, input: &UpdatePositionInput, problems: &mut Problems) {
    let title = &mut row.title;
    store_required_text(problems, "title", title, input.title.clone(), TextRule::TITLE);
    let (function, visibility) = (&mut row.function, &mut row.visibility);
    store_value(problems, "function", function, input.function, |kind| kind);
    store_value(problems, "visibility", visibility, input.visibility, |level| level);
    let from = input
        .valid_from
        .clone()
        .map_value(|from| (from.date().earliest.0, from));
    store(&mut row.starts_on, from.clone(), |(day, _)| day);
    store(&mut row.valid_from, from, |(_, from)| from.as_str().to_owned());
    let dates = |text: &Option<String>| text.as_deref().and_then(|text| Edtf::parse(text).ok());
    let (from, until) = (dates(row.valid_from.as_ref()), dates(row.valid_until.as_ref()));
    problems.span("validFrom", from.as_ref(), until.as_ref());
}

impl Proposable for Position {
    type Update = UpdatePositionInput;
    const RIGHT: Action = Action::PositionUpdate;
    const FIELDS: &'static [(&'static str, Column)] = &[
        ("title", Column::Title),
        ("function", Column::Function),
        ("validFrom", Column::ValidFrom),
    ];

    fn stands(row: &Row<Self>) -> Stand {
        Stand {
            id: row.id,
            keeper: row.steward_id,
            revision: row.revision,
        }
    }

    fn which(update: &Self::Update) -> (&ID, i32) {
        (&update.id, update.expected_revision)
    }

    async fn corrected(
        tx: &Tx,
        row: Row<Self>,
        update: Self::Update,
        problems: &mut Problems,
    ) -> Result<ActiveModel, Error> {
        let id = Some(row.id);
        let mut changed = row.into_active_model();
        describe(&mut changed, &update, problems);
        spokesperson::check(tx, id, &changed, "function", problems).await?;
        Ok(changed)
    }

    fn require(tx: &Tx, row: &Row<Self>, changed: &ActiveModel) -> Result<(), Error> {
        let owners = Owners::municipality(row.steward_id);
        let after = (*changed.visibility.as_ref(), *changed.function.as_ref());
        office::may_be_shown(tx, &owners, Some((row.visibility, row.function)), after)
    }
}
