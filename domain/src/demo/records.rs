//! What is there already, by the name that the tables of the demonstration call it.

use crate::error::{Error, UserError};
use crate::session::Record;
use crate::values::Malformed;
use async_graphql::ID;
use sea_orm::ActiveEnum;
use std::collections::HashMap;

/// Records by name. One name for one record, whatever its type.
#[derive(Default)]
pub(super) struct Records(HashMap<&'static str, Record>);

impl Records {
    pub fn add(&mut self, name: &'static str, record: Record) -> Result<(), Error> {
        match self.0.insert(name, record) {
            None => Ok(()),
            Some(_) => Err(broken(&format!("{name} is there twice"))),
        }
    }

    fn get(&self, name: &str) -> Result<&Record, Error> {
        self.0.get(name).ok_or_else(|| broken(&format!("there is no {name}")))
    }

    /// The internal key.
    pub fn key(&self, name: &str) -> Result<i64, Error> {
        Ok(self.get(name)?.key)
    }

    pub fn optional_key(&self, name: Option<&str>) -> Result<Option<i64>, Error> {
        name.map(|name| self.key(name)).transpose()
    }

    /// The global id.
    pub fn id(&self, name: &str) -> Result<ID, Error> {
        Ok(self.get(name)?.id.clone())
    }

    pub fn ids(&self, names: &[&str]) -> Result<Vec<ID>, Error> {
        names.iter().map(|name| self.id(name)).collect()
    }

    pub fn optional_id(&self, name: Option<&str>) -> Result<Option<ID>, Error> {
        name.map(|name| self.id(name)).transpose()
    }
}

/// Values of an enum as a column for several of them has them.
pub(super) fn stored<E: ActiveEnum<Value = String>>(values: &[E]) -> serde_json::Value {
    values.iter().map(ActiveEnum::to_value).collect()
}

/// The tables of the demonstration contradict themselves or the rules.
pub(super) fn broken(why: &str) -> Error {
    Error::Internal(format!("the demonstration is broken: {why}"))
}

/// What a request made, which in a demonstration nothing may stand against.
pub(super) fn made<T>(what: &str, object: Option<T>, errors: &[UserError]) -> Result<T, Error> {
    object.ok_or_else(|| {
        let errors: Vec<String> = errors
            .iter()
            .map(|error| format!("{}: {}", error.path.join("."), error.message))
            .collect();
        broken(&format!("{what}: {}", errors.join(" ")))
    })
}

/// A value of the tables is not what it should be.
pub(super) fn malformed(malformed: Malformed) -> Error {
    broken(&malformed.to_string())
}
