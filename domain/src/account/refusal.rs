//! Why an account is not kept as asked.

use crate::error::Error;

/// What stands against a change of accounts or roles; the text is for the operator at the command line.
#[derive(Debug, thiserror::Error)]
pub enum Refusal {
    #[error("{0:?} is not a mail address")]
    Email(String),
    #[error("the name is empty, longer than 200 characters, or has characters that cannot be seen")]
    Name,
    #[error("the password has {0} characters; at least {min}, at most {max} are needed", min = super::own_password::SHORTEST, max = super::own_password::LONGEST)]
    Password(usize),
    #[error("there is an account for {0} already")]
    Duplicate(String),
    #[error("there is no account for {0}")]
    UnknownUser(String),
    #[error("there is no municipality with the key {0}")]
    UnknownMunicipality(String),
    #[error("there is no network {0}")]
    UnknownNetwork(String),
    #[error("{0}")]
    Place(&'static str),
    #[error("nobody gives or takes rights of their own")]
    Oneself,
    #[error("{0}")]
    Term(&'static str),
    #[error("{0} does not hold that role")]
    NotHeld(String),
    #[error("{0} is the last administrator of an active member; give the role to somebody else first")]
    LastAdministrator(String),
    #[error(transparent)]
    Failed(#[from] Error),
}

impl From<sea_orm::DbErr> for Refusal {
    fn from(error: sea_orm::DbErr) -> Self {
        Refusal::Failed(error.into())
    }
}
