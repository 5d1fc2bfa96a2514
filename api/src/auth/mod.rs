//! Who asks: signing keys, access tokens, signing in.
//!
//! A token proves who somebody is and how much of their roles they lent to it. What they may do is read from the
//! database at each request.

mod bucket;
mod claims;
mod forgery;
mod key;
mod own_password;
mod pem;
mod sign_in;
mod throttle;
mod tokens;

pub use claims::Claims;
pub use forgery::Forgery;
pub use key::{KeyError, SigningKey};
pub use own_password::{ChangePasswordInput, FinishSetUpInput, PasswordMutation, PasswordPayload};
pub use sign_in::{SignIn, SignInInput, SignInMutation, SignInPayload};
pub use throttle::{Attempt, Throttle};
pub use tokens::{Issued, Tokens};

use verbund_domain::account;
use verbund_domain::db::Db;
use verbund_domain::error::Error;
use verbund_domain::viewer::{Language, Viewer};

/// The viewer of a request with this bearer token.
///
/// `Unauthenticated`, never anonymous, when a token is there and does not prove anybody: it is forged, expired or
/// meant for others, or its account is gone or locked.
pub async fn viewer(db: &Db, tokens: &Tokens, bearer: Option<&str>, language: Language) -> Result<Viewer, Error> {
    let now = tokens.now();
    let Some(token) = bearer else {
        return Ok(Viewer::anonymous(now, language));
    };
    let claims = tokens.verify(token).map_err(|forgery| {
        tracing::info!(%forgery, "token refused");
        Error::Unauthenticated
    })?;
    let viewer = account::viewer(db, &claims.subject, &claims.ceiling, now, language).await?;
    viewer.ok_or(Error::Unauthenticated)
}
