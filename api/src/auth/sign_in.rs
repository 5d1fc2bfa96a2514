//! Signing in: the one mutation that needs no viewer.

use super::{Attempt, Issued, Throttle, Tokens};
use crate::http::Caller;
use async_graphql::{Context, InputObject, Object, SimpleObject};
use std::net::IpAddr;
use std::sync::Arc;
use verbund_domain::account::{self, Ceiling, Passwords};
use verbund_domain::db::Db;
use verbund_domain::error::{Error, UserError, UserErrorCode};
use verbund_domain::values::DateTime;
use verbund_domain::viewer::Language;

/// What `client_id` says of tokens made by signing in.
const CLIENT: &str = "verbund";

/// Everything that signing in needs; clones share the throttle.
#[derive(Clone)]
pub struct SignIn {
    pub(super) db: Db,
    pub(super) passwords: Passwords,
    pub(super) tokens: Tokens,
    pub(super) throttle: Arc<Throttle>,
}

impl SignIn {
    pub fn new(db: Db, passwords: Passwords, tokens: Tokens) -> Self {
        let throttle = Arc::new(Throttle::new(tokens.clock()));
        SignIn {
            db,
            passwords,
            tokens,
            throttle,
        }
    }

    /// A token with all roles of the account; `None` for a wrong address or password and for a locked account.
    ///
    /// `RateLimited` after too many wrong ones for this account or from this address.
    pub async fn sign_in(&self, email: &str, password: &str, address: Option<IpAddr>) -> Result<Option<Issued>, Error> {
        let attempt = self.throttle.try_once(email, address)?;
        let checked = account::sign_in(&self.db, &self.passwords, email, password).await;
        self.count(attempt, !matches!(checked, Ok(None)));
        let Some(account) = checked? else { return Ok(None) };
        // Of the password that was checked, and not of one that has taken its place since.
        let ceiling = Ceiling {
            generation: account.generation,
            ..account::ceiling_of(&self.db, &account.public_id, self.tokens.now()).await?
        };
        self.tokens.issue(&account.public_id, CLIENT, &ceiling, None).map(Some)
    }

    /// What was no guess at a password counts no more.
    pub(super) fn count(&self, attempt: Attempt, no_guess: bool) {
        if no_guess {
            self.throttle.give_back(attempt);
        }
    }

    /// The same, as the API answers it.
    pub async fn answer(
        &self,
        input: SignInInput,
        address: Option<IpAddr>,
        language: Language,
    ) -> Result<SignInPayload, Error> {
        Ok(match self.sign_in(&input.email, &input.password, address).await? {
            Some(issued) => SignInPayload {
                access_token: Some(issued.token),
                expires_at: Some(DateTime(issued.expires_at)),
                user_errors: Vec::new(),
            },
            None => SignInPayload {
                access_token: None,
                expires_at: None,
                user_errors: vec![wrong(language)],
            },
        })
    }
}

/// Mail address and password (Anmeldedaten).
#[derive(InputObject)]
pub struct SignInInput {
    /// Mail address of the account (E-Mail-Adresse).
    pub email: String,
    /// Password of the account (Passwort).
    #[graphql(secret)]
    pub password: String,
}

/// The result of signing in (Ergebnis der Anmeldung).
#[derive(SimpleObject)]
pub struct SignInPayload {
    /// To be sent as `Authorization: Bearer …` (Zugriffstoken).
    pub access_token: Option<String>,
    /// When the token ends (gültig bis).
    pub expires_at: Option<DateTime>,
    /// What to mend; empty when signed in (Eingabefehler).
    pub user_errors: Vec<UserError>,
}

/// The mutation field, to be merged into the root; reads [`SignIn`] and [`Caller`] from the context.
#[derive(Default)]
pub struct SignInMutation;

#[Object]
impl SignInMutation {
    /// Signs in with mail address and password (Anmeldung). An unknown address and a wrong password answer alike.
    async fn sign_in(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Who signs in.")] input: SignInInput,
    ) -> async_graphql::Result<Option<SignInPayload>> {
        let caller = ctx.data::<Caller>()?;
        Ok(Some(
            ctx.data::<SignIn>()?
                .answer(input, caller.address, caller.language)
                .await?,
        ))
    }
}

/// The same for every reason, so that nobody learns who has an account.
fn wrong(language: Language) -> UserError {
    let message = match language {
        Language::German => "E-Mail-Adresse oder Passwort ist falsch.",
        Language::English => "The mail address or the password is wrong.",
    };
    UserError {
        code: UserErrorCode::Invalid,
        message: message.to_owned(),
        path: vec!["input".to_owned()],
    }
}
