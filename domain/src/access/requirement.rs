//! Rows of the permission table as a sentence of the schema. Its words are the descriptions that `PermissionAction` and
//! `PermissionOf` have there anyway.

use super::{Action, Declared, Policy};
use async_graphql::OutputType;
use async_graphql::registry::{MetaType, Registry};
use async_graphql::resolver_utils::{EnumType, enum_value};

/// What the rights that a mutation declares come to. Several are told each with what it is for.
pub fn requirement(registry: &mut Registry, declared: &Declared) -> String {
    match declared.actions.as_slice() {
        [] if declared.operator => "Requires `OPERATOR`.".to_owned(),
        [] => "Requires no role.".to_owned(),
        [action] => format!("Requires {}.", who(registry, *action)),
        several => several.iter().fold(
            "Requires, depending on what is asked for:".to_owned(),
            |told, action| {
                let deed = words(registry, *action);
                format!("{told}\n- to {deed}: {}", who(registry, *action))
            },
        ),
    }
}

/// The role that an action asks for, and where.
fn who(registry: &mut Registry, action: Action) -> String {
    let rule = Policy::standard().rule(action);
    let place = words(registry, rule.of);
    let Some(least) = rule.municipal else {
        return format!("`COORDINATOR` of {place}");
    };
    let network = if rule.coordinator {
        ", or its `COORDINATOR` if that is a network"
    } else {
        ""
    };
    let rests = if rule.while_suspended {
        ", also while its membership rests"
    } else {
        ""
    };
    format!("`{}` of {place}{network}{rests}", name(least))
}

fn name<E: EnumType>(value: E) -> String {
    match enum_value(value) {
        async_graphql::Value::Enum(name) => name.to_string(),
        other => other.to_string(),
    }
}

/// The description of an enum's value, to stand within a sentence.
fn words<E: EnumType + OutputType>(registry: &mut Registry, value: E) -> String {
    E::create_type_info(registry);
    let name = name(value);
    let told = match registry.types.get(&*E::type_name()) {
        Some(MetaType::Enum { enum_values, .. }) => enum_values.get(&name),
        _ => None,
    };
    let told = told.and_then(|value| value.description.as_deref()).unwrap_or(&name);
    let told = told.trim_end_matches('.');
    let mut letters = told.chars();
    letters
        .next()
        .map(|first| first.to_lowercase().chain(letters).collect())
        .unwrap_or_default()
}
