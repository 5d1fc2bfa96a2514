//! The accounts of a demonstration: one for each role, with passwords that nobody knew before.

use super::Failure;
use aws_lc_rs::rand::{SystemRandom, generate};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chrono::{DateTime, Utc};
use verbund_domain::account::{self, NewUser, Passwords, Role, role_name};
use verbund_domain::db::Db;

/// An account that can sign in.
pub(super) struct Login {
    role: Role,
    place: &'static str,
    email: String,
    password: String,
}

impl Login {
    /// As `verbund demo` prints it.
    pub fn line(&self) -> String {
        format!(
            "login\t{}\t{}\t{}\t{}\n",
            role_name(self.role),
            self.place,
            self.email,
            self.password
        )
    }
}

const CITIES: [(&str, &str); 2] = [("05914000", "hagen"), ("05916000", "herne")];
const NETWORK: &str = "integration-interkommunal";

/// Makes the accounts, in the order in which they are printed.
pub(super) async fn make(db: &Db, passwords: &Passwords, now: DateTime<Utc>) -> Result<Vec<Login>, Failure> {
    let mut logins = Vec::new();
    for (key, city) in CITIES {
        for role in [Role::Admin, Role::Editor, Role::Viewer] {
            logins.push(login(role, key, &format!("{city}.example"))?);
        }
    }
    logins.push(login(Role::Coordinator, NETWORK, &format!("{NETWORK}.example"))?);
    logins.push(login(Role::Operator, "-", "verbund.example")?);
    logins.push(login(Role::Auditor, "-", "verbund.example")?);
    for Login {
        role,
        place,
        email,
        password,
    } in &logins
    {
        let (municipality, network) = match role {
            Role::Coordinator => (None, Some(*place)),
            Role::Operator | Role::Auditor => (None, None),
            _ => (Some(*place), None),
        };
        let place = account::place_of(db, *role, municipality, network).await?;
        let name = format!("Demo {}", role_name(*role));
        account::add_user(
            db,
            passwords,
            NewUser {
                email,
                name: &name,
                password,
            },
            now,
        )
        .await?;
        account::grant_role(db, email, place, *role, now).await?;
    }
    Ok(logins)
}

fn login(role: Role, place: &'static str, domain: &str) -> Result<Login, Failure> {
    let random: [u8; 15] = generate(&SystemRandom::new())
        .map_err(|_| Failure::failed("no randomness for passwords"))?
        .expose();
    let email = format!("{}@{domain}", role_name(role).to_lowercase());
    Ok(Login {
        role,
        place,
        email,
        password: URL_SAFE_NO_PAD.encode(random),
    })
}
