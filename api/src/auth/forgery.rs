//! What is wrong with a token. Kept for the log: the client learns only that it is not signed in.

/// The first thing found wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Forgery {
    #[error("longer than 4 KiB")]
    TooLong,
    #[error("not three parts of base64url")]
    Shape,
    #[error("a header other than typ, alg and kid")]
    Header,
    #[error("not the type at+jwt")]
    Type,
    #[error("not the algorithm EdDSA")]
    Algorithm,
    #[error("an unknown key")]
    Key,
    #[error("a wrong signature")]
    Signature,
    #[error("a claim that is missing or of the wrong kind")]
    Claims,
    #[error("another issuer")]
    Issuer,
    #[error("another audience")]
    Audience,
    #[error("an empty subject, client or token id, or one of more than 64 bytes")]
    Identifier,
    #[error("not yet valid, or from the future")]
    Early,
    #[error("expired")]
    Expired,
    #[error("valid for longer than tokens of this server are")]
    Lifetime,
}
