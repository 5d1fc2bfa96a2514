//! What people read when a request is refused for a reason that is theirs to know: in German, or in English.
//!
//! What is wrong with a document is said in English where it is found: that is read by whoever wrote the program.

use super::refusal::Code;
use verbund_domain::viewer::Language;

/// A text in both languages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Words {
    german: &'static str,
    english: &'static str,
}

impl Words {
    const fn new(german: &'static str, english: &'static str) -> Self {
        Words { german, english }
    }

    pub fn of(self, language: Language) -> &'static str {
        match language {
            Language::German => self.german,
            Language::English => self.english,
        }
    }
}

pub const BAD_TOKEN: Words = Words::new(
    "Das Token gilt nicht oder nicht mehr. Bitte neu anmelden: signIn gibt ein neues.",
    "The access token is not valid, or no longer. Please sign in again: signIn gives a new one.",
);

pub const TOO_SLOW: Words = Words::new(
    "Das dauert zu lange. Bitte später noch einmal versuchen, oder weniger auf einmal.",
    "This takes too long. Please try again later, or ask for less at once.",
);

pub const MUTATION_TOO_SLOW: Words = Words::new(
    "Das dauert zu lange und läuft noch. Bitte erst nachsehen, ob es geschehen ist; mit demselben idempotencyKey \
     geschieht es nicht zweimal.",
    "This takes too long and still runs. Please look first whether it was done; with the same idempotencyKey it is \
     not done twice.",
);

pub const NO_SUCH_ADDRESS: Words = Words::new(
    "Unter dieser Adresse gibt es nichts. Die API ist unter /graphql, eine Erklärung unter /.",
    "There is nothing at this address. The API is at /graphql, an explanation at /.",
);

/// What a code says, and what to do about it. `None` for those whose errors speak for themselves.
pub fn words(code: Code) -> Option<Words> {
    Some(match code {
        Code::Unauthenticated => Words::new(
            "Bitte anmelden: signIn gibt ein Token.",
            "Please sign in: signIn gives a token.",
        ),
        Code::Forbidden => Words::new(
            "Dazu fehlt die Berechtigung. Wer was darf, zeigt permissionMatrix.",
            "You may not do this. permissionMatrix shows who may.",
        ),
        // The same for both: nobody learns which.
        Code::NotFound => Words::new(
            "Gibt es nicht, oder Sie dürfen es nicht sehen.",
            "There is no such thing, or you may not see it.",
        ),
        Code::RateLimited => Words::new(
            "Zu viele Versuche. Bitte warten: retryAfter nennt die Sekunden.",
            "Too many attempts. Please wait: retryAfter tells the seconds.",
        ),
        Code::Unavailable => Words::new(
            "Das geht gerade nicht. Bitte in einigen Sekunden noch einmal versuchen.",
            "This is not possible at the moment. Please try again in a few seconds.",
        ),
        Code::ConflictInProgress => Words::new(
            "Eine andere Änderung kam dazwischen, diese wurde nicht gemacht. Bitte dieselbe Anfrage noch einmal senden.",
            "Another change got in the way, this one was not made. Please send the same request again.",
        ),
        Code::Internal => Words::new(
            "Ein Fehler des Servers. Bitte dem Betrieb die requestId melden.",
            "A fault of the server. Please report the requestId to those who run it.",
        ),
        Code::BadRequest | Code::BadCursor | Code::LimitExceeded | Code::PersistedQueryNotFound => return None,
    })
}
