//! Who can sign in, with which password, and with which roles: accounts, and what an access token may promise.
//!
//! The token is a ceiling, the database is the truth: [`viewer`] reads the roles again at each request and grants what
//! both of them say.

mod audit;
mod ceiling;
mod granting;
mod keeping;
mod known;
mod last_administrator;
mod listing;
mod locking;
mod operating;
mod own_password;
mod password;
mod place;
mod refusal;
mod roles;
mod seat;
mod sessions;
mod set_up;
mod sign_in;
mod viewer;

pub(crate) use audit::By;
pub use ceiling::{Ceiling, ceiling_of};
pub use granting::{Term, grant_role, grant_role_for, revoke_role};
pub(crate) use granting::{grant_role_by, longest_substitution, revoke_role_by};
pub use keeping::{NewUser, add_user, invite_user, reset_password};
pub(crate) use known::account_for;
pub(crate) use last_administrator::{administered, has_no_administrator, is_last_administrator};
pub(crate) use listing::has_account;
pub use listing::{ListedGrant, ListedUser, find_user, list_users};
pub use locking::{lock_user, unlock_user};
pub(crate) use locking::{lock_user_by, unlock_user_by};
pub use operating::{AccountPayload, LockAccountInput, OfficeInput, UnlockAccountInput};
pub use own_password::{Changed, LONGEST, SHORTEST, address_of, change_password};
pub use password::{Cost, Passwords};
pub use place::place_of;
pub use refusal::Refusal;
pub use roles::Roles;
pub use sessions::end_sessions;
pub(crate) use set_up::Secret;
pub use set_up::{Invited, SetUp, finish_set_up, invited};
pub use sign_in::{Account, sign_in};
pub use verbund_entity::Role;
pub use viewer::viewer;

use crate::values::EmailAddress;
use sea_orm::ActiveEnum;

/// The role as tokens and the command line write it, e.g. `EDITOR`.
pub fn role_name(role: Role) -> String {
    role.to_value()
}

/// The role of that name, letter for letter.
pub fn role_named(name: &str) -> Option<Role> {
    Role::try_from_value(&name.to_owned()).ok()
}

/// The mail address as it is compared: what all its spellings have in common. What is no address has a key too, which
/// no account has.
pub fn email_key(email: &str) -> String {
    match EmailAddress::parse(email) {
        Ok(address) => address.key().to_owned(),
        // PostgreSQL does not even compare with U+0000.
        Err(_) => email.trim().to_lowercase().replace('\0', "\u{fffd}"),
    }
}
