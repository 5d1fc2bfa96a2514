//! The permission table as clients read it.

use super::{Action, Of, Policy, rank};
use async_graphql::SimpleObject;
use verbund_entity::Role;

/// Who may do one thing (Zeile der Rechtetabelle). Anonymous visitors, operators and auditors may do none of them.
#[derive(SimpleObject, Clone, Debug, PartialEq, Eq)]
pub struct PermissionRule {
    /// What is done (Handlung).
    pub action: Action,
    /// Whose roles count.
    pub of: Of,
    /// A viewer of that municipality (Lesezugriff).
    pub viewer: bool,
    /// An editor of that municipality (Redaktion).
    pub editor: bool,
    /// An administrator of that municipality (Administration).
    pub admin: bool,
    /// The coordinator of a network that is itself the party, or that `of` asks (Geschäftsstelle).
    pub coordinator: bool,
    /// Whether it stays possible while the municipality is an active member of no network (bei ruhender Mitgliedschaft).
    pub while_suspended: bool,
}

/// The whole table, one row per action.
pub fn rules(policy: &Policy) -> Vec<PermissionRule> {
    Action::all().map(|action| row(policy, action)).collect()
}

fn row(policy: &Policy, action: Action) -> PermissionRule {
    let rule = policy.rule(action);
    let may = |role| rule.municipal.is_some_and(|least| rank(role) >= rank(least));
    PermissionRule {
        action,
        of: rule.of,
        viewer: may(Role::Viewer),
        editor: may(Role::Editor),
        admin: may(Role::Admin),
        coordinator: rule.coordinator,
        while_suspended: rule.while_suspended,
    }
}
