//! Records that a record is linked with, and the tables that hold nothing but such links.

use super::{Tx, column, lacks, public_id};
use crate::error::{Error, UserErrorCode};
use crate::problems::{Message, Problems};
use crate::read::Object;
use async_graphql::ID;
use sea_orm::sea_query::{Expr, Query};
use sea_orm::{ActiveModelTrait, ColumnTrait, Condition, EntityTrait, QueryFilter, QuerySelect, Value};

/// The most links that one field takes.
const LINKS: usize = 50;

impl Tx {
    /// The keys of records named in a list, each once and in the order given. What is not seen is a problem.
    pub(crate) async fn linked<T: Object>(
        &self,
        ids: &[ID],
        path: &str,
        problems: &mut Problems,
    ) -> Result<Vec<i64>, Error> {
        if ids.len() > LINKS {
            problems.add(
                UserErrorCode::TooLong,
                path,
                Message::new("Höchstens 50 Einträge.", "At most 50 entries."),
            );
            return Ok(Vec::new());
        }
        let mut keys = Vec::with_capacity(ids.len());
        for (index, id) in ids.iter().enumerate() {
            match self.key_of::<T>(id).await? {
                Some(key) if !keys.contains(&key) => keys.push(key),
                Some(_) => {}
                None => problems.not_found(&format!("{path}.{index}")),
            }
        }
        Ok(keys)
    }

    async fn key_of<T: Object>(&self, id: &ID) -> Result<Option<i64>, Error> {
        let (Some(key), Some(public)) = (column::<T::Entity>("id"), column::<T::Entity>("public_id")) else {
            return Ok(None);
        };
        let Some(public_id) = public_id::<T>(id) else {
            return Ok(None);
        };
        let rows = T::Entity::find().filter(public.eq(public_id));
        Ok(self
            .to_link::<T>(rows)
            .select_only()
            .column(key)
            .into_tuple::<i64>()
            .one(self.connection())
            .await?)
    }

    /// Makes a record's links these and no others; answers whether that changed anything. `near` names the record in
    /// the link, `far` what it is linked with. Links with records that the viewer does not see stay: nobody removes
    /// what they do not know of.
    pub(crate) async fn relink<T, E>(
        &self,
        near: E::Column,
        id: i64,
        far: E::Column,
        keys: &[i64],
    ) -> Result<bool, Error>
    where
        T: Object,
        E: EntityTrait,
        E::ActiveModel: Send,
    {
        let here = E::find().filter(near.eq(id)).select_only().column(far);
        let mut before: Vec<i64> = here.into_tuple().all(self.connection()).await?;
        let mut after = keys.to_vec();
        after.extend(self.hidden_of::<T>(&before).await?);
        before.sort_unstable();
        after.sort_unstable();
        if before == after {
            return Ok(false);
        }
        E::delete_many().filter(near.eq(id)).exec(self.connection()).await?;
        let link = |key: &i64| {
            let mut link = <E::ActiveModel as ActiveModelTrait>::default();
            link.set(near, Value::from(id));
            link.set(far, Value::from(*key));
            link
        };
        if !after.is_empty() {
            E::insert_many(after.iter().map(link))
                .exec_without_returning(self.connection())
                .await?;
        }
        Ok(true)
    }

    /// Makes those rows of a table of links that meet a condition these.
    pub(crate) async fn replace_links<A>(&self, which: Condition, links: Vec<A>) -> Result<(), Error>
    where
        A: ActiveModelTrait + Send,
    {
        A::Entity::delete_many().filter(which).exec(self.connection()).await?;
        if !links.is_empty() {
            A::Entity::insert_many(links)
                .exec_without_returning(self.connection())
                .await?;
        }
        Ok(())
    }

    /// Lets the links of one record lead to another instead; what that one is linked with already, it is linked with
    /// once. `key` names the record in the link, `other` what it is linked with.
    pub(crate) async fn redirect<E: EntityTrait>(
        &self,
        (key, other): (E::Column, E::Column),
        from: i64,
        to: i64,
    ) -> Result<(), Error> {
        let there = Query::select()
            .column(other)
            .from(E::default())
            .and_where(key.eq(to))
            .take();
        let twice = E::delete_many().filter(key.eq(from)).filter(other.in_subquery(there));
        twice.exec(self.connection()).await?;
        self.repoint::<E>(key, from, to).await
    }

    /// Lets rows that are no records of their own point to another record.
    pub(crate) async fn repoint<E: EntityTrait>(&self, key: E::Column, from: i64, to: i64) -> Result<(), Error> {
        let rows = E::update_many().col_expr(key, Expr::value(to)).filter(key.eq(from));
        rows.exec(self.connection()).await?;
        Ok(())
    }

    /// Of these records, those that the viewer does not see.
    async fn hidden_of<T: Object>(&self, keys: &[i64]) -> Result<Vec<i64>, Error> {
        let key = column::<T::Entity>("id").ok_or_else(|| lacks::<T>("id"))?;
        let rows = T::Entity::find().filter(key.is_in(keys.iter().copied()));
        let seen = rows.filter(self.guard::<T>()).select_only().column(key);
        let seen: Vec<i64> = seen.into_tuple().all(self.connection()).await?;
        Ok(keys.iter().copied().filter(|key| !seen.contains(key)).collect())
    }
}
