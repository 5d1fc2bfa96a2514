/// An enum that is stored as text and shown by the API, letter for letter the same: `InPerson` is `IN_PERSON` in both.
macro_rules! text_enum {
    ($(#[$about:meta])* $name:ident { $($(#[$meaning:meta])* $variant:ident),+ $(,)? }) => {
        $(#[$about])*
        #[derive(
            Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord,
            sea_orm::EnumIter, sea_orm::DeriveActiveEnum, async_graphql::Enum,
        )]
        #[sea_orm(rs_type = "String", db_type = "String(sea_orm::sea_query::StringLen::N(32))", rename_all = "SCREAMING_SNAKE_CASE")]
        pub enum $name { $($(#[$meaning])* $variant),+ }
    };
}
