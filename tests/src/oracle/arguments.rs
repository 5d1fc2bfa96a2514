//! The values of arguments: variables, their defaults, and what is left out.

use async_graphql::parser::types::{Directive, Field, OperationDefinition};
use async_graphql::{Name, Positioned, Value as Const};
use std::collections::HashMap;
use std::convert::Infallible;

/// The variables of a request, with defaults.
pub struct Variables(HashMap<String, Const>);

impl Variables {
    pub fn coerced(operation: &OperationDefinition, given: &serde_json::Value) -> Variables {
        let value = |name: &Name, default: Option<&Positioned<Const>>| match given.get(name.as_str()) {
            Some(given) => Const::from_json(given.clone()).ok(),
            None => default.map(|default| default.node.clone()),
        };
        let all = operation.variable_definitions.iter().filter_map(|definition| {
            let (name, default) = (&definition.node.name.node, definition.node.default_value.as_ref());
            Some((name.to_string(), value(name, default)?))
        });
        Variables(all.collect())
    }

    /// The value of an argument; none if it is absent or null.
    pub fn argument(&self, field: &Field, name: &str) -> Option<Const> {
        let value = field
            .get_argument(name)?
            .node
            .clone()
            .into_const_with(|name| self.variable(&name));
        value.ok().filter(|value| *value != Const::Null)
    }

    pub fn text(&self, field: &Field, name: &str) -> Option<String> {
        match self.argument(field, name)? {
            Const::String(text) => Some(text),
            other => panic!("{name} is no text: {other}"),
        }
    }

    pub fn int(&self, field: &Field, name: &str) -> Option<usize> {
        match self.argument(field, name)? {
            Const::Number(n) => n.as_u64().map(|n| n as usize),
            other => panic!("{name} is no number: {other}"),
        }
    }

    /// Whether `@skip` and `@include` let a selection in.
    pub fn included(&self, directives: &[Positioned<Directive>]) -> bool {
        directives.iter().all(|directive| {
            let condition = directive.node.get_argument("if").map(|value| {
                let value = value.node.clone();
                value.into_const_with(|name| self.variable(&name))
            });
            match (directive.node.name.node.as_str(), condition) {
                ("skip", Some(Ok(Const::Boolean(skip)))) => !skip,
                ("include", Some(Ok(Const::Boolean(include)))) => include,
                other => panic!("an unknown directive: {other:?}"),
            }
        })
    }

    /// An absent variable is the same as null wherever the documents of the tests have one.
    fn variable(&self, name: &Name) -> Result<Const, Infallible> {
        Ok(self.0.get(name.as_str()).cloned().unwrap_or_default())
    }
}
