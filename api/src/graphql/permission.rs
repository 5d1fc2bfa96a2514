//! The rights that a mutation may ask for are declared at its field, once: its description tells them, and the session
//! that it is given has no others.

use async_graphql::parser::types::Field;
use async_graphql::registry::{MetaField, MetaType, Registry};
use async_graphql::resolver_utils::parse_enum;
use async_graphql::{
    ContainerType, Context, ContextSelectionSet, Data, ObjectType, OutputType, Positioned, ServerResult, TypeDirective,
    Value,
};
use std::borrow::Cow;
use verbund_domain::access::{Action, Declared, requirement};
use verbund_domain::session::Session;

/// The rows of `permissionMatrix` that a mutation asks for; which of several depends on its input (Berechtigung).
#[TypeDirective(location = "FieldDefinition")]
pub fn permission(#[graphql(desc = "What is done (Handlungen).")] actions: Vec<Action>) {}

/// A mutation that is open to `OPERATOR` alone, whoever runs the installation (Betrieb).
#[TypeDirective(location = "FieldDefinition")]
pub fn operator() {}

/// What a field declares; nothing if it says nothing.
fn declared(field: &MetaField) -> Declared {
    let mut declared = Declared::default();
    for directive in &field.directive_invocations {
        if directive.name == "operator" {
            declared.operator = true;
        }
        if let Some(Value::List(actions)) = directive.args.get("actions") {
            let actions = actions.iter().cloned().map(parse_enum::<Action>);
            declared.actions.extend(actions.filter_map(Result::ok));
        }
    }
    declared
}

/// A root type whose fields have the rights that they declare.
pub struct Permitted<T>(pub T);

impl<T: ObjectType> OutputType for Permitted<T> {
    fn type_name() -> Cow<'static, str> {
        T::type_name()
    }

    fn create_type_info(registry: &mut Registry) -> String {
        let name = T::create_type_info(registry);
        // Out of the registry meanwhile, since the words come from there.
        let mut root = registry.types.remove(&*T::type_name());
        if let Some(MetaType::Object { fields, .. }) = &mut root {
            for field in fields.values_mut() {
                let told = requirement(registry, &declared(field));
                let meaning = field.description.take().unwrap_or_default();
                field.description = Some(format!("{meaning}\n\n{told}"));
            }
        }
        registry
            .types
            .extend(root.map(|root| (T::type_name().into_owned(), root)));
        name
    }

    async fn resolve(&self, ctx: &ContextSelectionSet<'_>, field: &Positioned<Field>) -> ServerResult<Value> {
        self.0.resolve(ctx, field).await
    }
}

impl<T: ObjectType> ObjectType for Permitted<T> {}

impl<T: ObjectType> ContainerType for Permitted<T> {
    async fn resolve_field(&self, ctx: &Context<'_>) -> ServerResult<Option<Value>> {
        let root = ctx.schema_env.registry.types.get(&*T::type_name());
        let field = root.and_then(|root| root.field_by_name(&ctx.item.node.name.node));
        let Some((declared, session)) = field.map(declared).zip(ctx.data_opt::<Session>()) else {
            return self.0.resolve_field(ctx).await;
        };
        let mut data = Data::default();
        data.insert(session.within(declared));
        let mut narrowed = ctx.clone();
        narrowed.execute_data = Some(&data);
        Box::pin(self.0.resolve_field(&narrowed)).await
    }
}
