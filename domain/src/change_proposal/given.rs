//! An update that is kept as it was given, since it is carried out later: a field that was left out is not one that was
//! cleared.

use super::ProposedChange;
use crate::error::Error;
use async_graphql::registry::Registry;
use async_graphql::{InputType, InputValueResult, Value};
use std::borrow::Cow;
use std::marker::PhantomData;

/// What an input type was given, known to be well formed.
pub struct Given<T> {
    value: Value,
    of: PhantomData<fn() -> T>,
}

impl<T: InputType> Given<T> {
    /// As a client would send it.
    pub(crate) fn from_json(value: serde_json::Value) -> Result<Self, Error> {
        let value = Value::from_json(value).map_err(malformed)?;
        Self::parse(Some(value)).map_err(|error| Error::Internal(error.into_server_error(Default::default()).message))
    }

    /// The same as when it was given.
    pub(super) fn read(&self) -> Result<T, Error> {
        parsed(self.value.clone())
    }

    /// The names of the fields that are given, besides those that say which record is meant and as of when.
    pub(super) fn fields(&self) -> impl Iterator<Item = &str> {
        let fields = match &self.value {
            Value::Object(fields) => Some(fields.keys()),
            _ => None,
        };
        fields
            .into_iter()
            .flatten()
            .map(|name| name.as_str())
            .filter(|name| !WHICH.contains(name))
    }

    /// Of those fields, the ones that change something, as they are stored: what was as given already is nothing that is
    /// proposed, and may have been changed when the proposal is accepted.
    pub(super) fn stored(&self, changes: &[ProposedChange]) -> Result<serde_json::Value, Error> {
        let mut value = self.value.clone().into_json().map_err(malformed)?;
        if let Some(fields) = value.as_object_mut() {
            fields.retain(|name, _| changes.iter().any(|change| change.field == *name));
        }
        Ok(value)
    }
}

const WHICH: [&str; 2] = ["id", "expectedRevision"];

/// An update with the fields that were stored. Which record it means, the proposal knows.
pub(super) fn restored<T: InputType>(fields: &serde_json::Value) -> Result<T, Error> {
    let mut value = fields.clone();
    value["id"] = "".into();
    value["expectedRevision"] = 0.into();
    parsed(Value::from_json(value).map_err(malformed)?)
}

fn parsed<T: InputType>(value: Value) -> Result<T, Error> {
    T::parse(Some(value)).map_err(|error| Error::Internal(error.into_server_error(Default::default()).message))
}

fn malformed(error: serde_json::Error) -> Error {
    Error::Internal(error.to_string())
}

impl<T: InputType> InputType for Given<T> {
    type RawValueType = Self;

    fn type_name() -> Cow<'static, str> {
        T::type_name()
    }

    fn create_type_info(registry: &mut Registry) -> String {
        T::create_type_info(registry)
    }

    fn parse(value: Option<Value>) -> InputValueResult<Self> {
        let value = value.unwrap_or_default();
        match T::parse(Some(value.clone())) {
            Ok(_) => Ok(Given { value, of: PhantomData }),
            Err(error) => Err(error.propagate()),
        }
    }

    fn to_value(&self) -> Value {
        self.value.clone()
    }

    fn as_raw_value(&self) -> Option<&Self> {
        Some(self)
    }
}
