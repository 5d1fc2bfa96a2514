//! What a viewer may do to a record: a yes or no of each row, by the rule of the write that it speaks of.

use super::scope::Scope;
use sea_orm::sea_query::Condition;

/// One part of `viewerCan`.
pub struct Can {
    pub(super) name: &'static str,
    pub(super) doc: String,
    rule: Rule,
}

type Rule = Box<dyn Fn(&Scope) -> Condition + Send + Sync>;

impl Can {
    /// `right`: the permission that the write asks for, as clients know it.
    pub(crate) fn new(
        name: &'static str,
        right: &str,
        rule: impl Fn(&Scope) -> Condition + Send + Sync + 'static,
    ) -> Self {
        Can {
            name,
            doc: format!("`{right}`"),
            rule: Box::new(rule),
        }
    }

    pub(super) fn rule(&self, scope: &Scope) -> Condition {
        (self.rule)(scope)
    }

    /// Only while the record meets a condition.
    pub(crate) fn when(self, condition: Condition) -> Self {
        let rule = self.rule;
        Can {
            rule: Box::new(move |scope| Condition::all().add(rule(scope)).add(condition.clone())),
            ..self
        }
    }

    /// Only while the record meets a condition that time has a part in.
    pub(crate) fn at_present(self, condition: impl Fn(&Scope) -> Condition + Send + Sync + 'static) -> Self {
        let rule = self.rule;
        Can {
            rule: Box::new(move |scope| Condition::all().add(rule(scope)).add(condition(scope))),
            ..self
        }
    }

    /// Only where the other one holds too.
    pub(crate) fn and(self, other: Can) -> Self {
        let (rule, second) = (self.rule, other.rule);
        Can {
            doc: format!("{} and {}", self.doc, other.doc),
            rule: Box::new(move |scope| Condition::all().add(rule(scope)).add(second(scope))),
            ..self
        }
    }

    /// Also where the other one holds.
    pub(crate) fn or(self, other: Can) -> Self {
        let (rule, second) = (self.rule, other.rule);
        let doc = if self.doc == other.doc {
            self.doc
        } else {
            format!("{}, or {}", self.doc, other.doc)
        };
        Can {
            doc,
            rule: Box::new(move |scope| Condition::any().add(rule(scope)).add(second(scope))),
            ..self
        }
    }
}
