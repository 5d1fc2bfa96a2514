//! What a mutation answers.

/// A payload: the object, or what to mend. After a conflict it shows both: the record is there, as it is now.
macro_rules! payload {
    ($(#[$about:meta])* $name:ident { $field:ident: $object:ty }) => {
        $(#[$about])*
        #[derive(async_graphql::SimpleObject)]
        pub struct $name {
            /// The record as it is now; null if something is to be mended, unless that is a conflict.
            pub $field: Option<$crate::read::Ref<$object>>,
            /// What to mend; empty if it was done.
            pub user_errors: Vec<$crate::error::UserError>,
        }

        impl $name {
            /// It was done to the record with this key.
            pub(crate) fn done(id: i64) -> Self {
                $name { $field: Some($crate::read::Ref::new(id)), user_errors: Vec::new() }
            }

            /// Nothing was done.
            pub(crate) fn refused(problems: $crate::problems::Problems) -> Self {
                $name { $field: None, user_errors: problems.into_errors() }
            }

            /// Nothing was done to the record with this key, which a conflict shows.
            pub(crate) fn refused_at(id: i64, problems: $crate::problems::Problems) -> Self {
                let present = problems.conflict().then(|| $crate::read::Ref::new(id));
                $name { $field: present, user_errors: problems.into_errors() }
            }
        }
    };
}
