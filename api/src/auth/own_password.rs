//! Passwords that people choose themselves: with the link of an invitation, or in place of an old one. Both are tries at
//! a password as signing in is, and are counted with those.

use super::SignIn;
use crate::http::Caller;
use async_graphql::{Context, InputObject, Object, SimpleObject};
use verbund_domain::account::{self, Changed, LONGEST, SHORTEST, SetUp};
use verbund_domain::error::{Error, UserError, UserErrorCode};
use verbund_domain::problems::{Message, Problems};
use verbund_domain::session::Session;

/// An invitation that is taken up (Einrichtung).
#[derive(InputObject)]
pub struct FinishSetUpInput {
    /// What an administrator has handed over (Einrichtungsschlüssel).
    #[graphql(secret)]
    pub token: String,
    /// 12 to 128 characters. Whoever has an account of this address already gives the password that it has (Passwort).
    #[graphql(secret)]
    pub password: String,
}

/// Another password for one's own account (neues Passwort).
#[derive(InputObject)]
pub struct ChangePasswordInput {
    /// The one that holds now (bisheriges Passwort).
    #[graphql(secret)]
    pub old_password: String,
    /// 12 to 128 characters (neues Passwort).
    #[graphql(secret)]
    pub new_password: String,
}

/// What came of it (Ergebnis).
#[derive(SimpleObject)]
pub struct PasswordPayload {
    /// What to mend; empty if it was done.
    pub user_errors: Vec<UserError>,
}

impl PasswordPayload {
    fn told(problems: Problems) -> Self {
        PasswordPayload {
            user_errors: problems.into_errors(),
        }
    }
}

impl SignIn {
    async fn finish_set_up(&self, input: &FinishSetUpInput, caller: &Caller) -> Result<PasswordPayload, Error> {
        let now = self.tokens.now();
        let invited = account::invited(&self.db, &input.token, now).await?;
        let counted_for = invited.as_ref().map_or(&input.token, |invited| &invited.email);
        let attempt = self.throttle.try_once(counted_for, caller.address)?;
        let request = (now, caller.request_id.as_str());
        let done = account::finish_set_up(&self.db, &self.passwords, invited.as_ref(), &input.password, request).await;
        self.count(attempt, !matches!(done, Ok(SetUp::Wrong)));
        let mut problems = Problems::new(caller.language);
        match done? {
            SetUp::Done => {}
            SetUp::Length(length) => wrong_length(&mut problems, "password", length),
            SetUp::Wrong => problems.invalid(
                "",
                "Der Schlüssel gilt nicht oder nicht mehr, oder das Konto hat schon ein anderes Passwort.",
                "The token does not hold, or no longer, or the account has another password already.",
            ),
        }
        Ok(PasswordPayload::told(problems))
    }

    async fn change_password(
        &self,
        user: i64,
        input: &ChangePasswordInput,
        caller: &Caller,
    ) -> Result<PasswordPayload, Error> {
        let email = account::address_of(&self.db, user)
            .await?
            .ok_or(Error::Unauthenticated)?;
        let attempt = self.throttle.try_once(&email, caller.address)?;
        let both = (input.old_password.as_str(), input.new_password.as_str());
        let request = (self.tokens.now(), caller.request_id.as_str());
        let done = account::change_password(&self.db, &self.passwords, user, both, request).await;
        self.count(attempt, !matches!(done, Ok(Changed::Wrong)));
        let mut problems = Problems::new(caller.language);
        match done? {
            Changed::Done => {}
            Changed::Length(length) => wrong_length(&mut problems, "newPassword", length),
            Changed::Wrong => problems.invalid(
                "oldPassword",
                "Das ist nicht das bisherige Passwort.",
                "This is not the password that holds now.",
            ),
        }
        Ok(PasswordPayload::told(problems))
    }
}

fn wrong_length(problems: &mut Problems, path: &str, length: usize) {
    let (code, message) = if length > LONGEST {
        let german = format!("Ein Passwort hat höchstens {LONGEST} Zeichen.");
        let english = format!("A password has at most {LONGEST} characters.");
        (UserErrorCode::TooLong, Message::new(german, english))
    } else {
        let german = format!("Ein Passwort hat mindestens {SHORTEST} Zeichen.");
        let english = format!("A password has at least {SHORTEST} characters.");
        (UserErrorCode::Invalid, Message::new(german, english))
    };
    problems.add(code, path, message);
}

/// The mutation fields, to be merged into the root.
#[derive(Default)]
pub struct PasswordMutation;

#[Object]
impl PasswordMutation {
    /// Takes an invitation up (Konto einrichten): sets the password of an account that has none, and asks for the one
    /// that it has otherwise. Signed in or not; once in a document.
    async fn finish_set_up(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What was handed over, and a password.")] input: FinishSetUpInput,
    ) -> async_graphql::Result<Option<PasswordPayload>> {
        let caller = ctx.data::<Caller>()?;
        Ok(Some(ctx.data::<SignIn>()?.finish_set_up(&input, caller).await?))
    }

    /// Changes the password of one's own account (Passwort ändern). All tokens of the account end, this one too: sign in
    /// with the new one. Only for who is signed in; once in a document.
    async fn change_password(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The old password and the new one.")] input: ChangePasswordInput,
    ) -> async_graphql::Result<Option<PasswordPayload>> {
        let user = ctx.data::<Session>()?.viewer().user.ok_or(Error::Unauthenticated)?;
        let caller = ctx.data::<Caller>()?;
        Ok(Some(ctx.data::<SignIn>()?.change_password(user, &input, caller).await?))
    }

    /// Ends all tokens of one's own account, this one too (überall abmelden). Only for who is signed in.
    async fn end_sessions(&self, ctx: &Context<'_>) -> async_graphql::Result<Option<PasswordPayload>> {
        let user = ctx.data::<Session>()?.viewer().user.ok_or(Error::Unauthenticated)?;
        let (sign_in, caller) = (ctx.data::<SignIn>()?, ctx.data::<Caller>()?);
        let request = (sign_in.tokens.now(), caller.request_id.as_str());
        account::end_sessions(&sign_in.db, user, request).await?;
        Ok(Some(PasswordPayload::told(Problems::new(caller.language))))
    }
}
