//! Who works for a city, and whose account is there at all.

use super::Making;
use crate::worlds::world::public_id;
use sea_orm::ActiveValue::Set;
use verbund_domain::values::fold::order_key;
use verbund_entity::municipal_user::AccessStatus;
use verbund_entity::user_account::UserStatus;
use verbund_entity::{Role, municipal_user, role_grant, user_account};

impl Making {
    pub(super) async fn account_of(&mut self, label: &str, address: &str) -> i64 {
        let account = user_account::ActiveModel {
            public_id: Set(public_id(&format!("konto {label}"))),
            email: Set(address.to_owned()),
            email_key: Set(address.to_owned()),
            name: Set(label.to_owned()),
            status: Set(UserStatus::Active),
            password_hash: Set(String::new()),
            token_generation: Set(0),
            created_at: Set(self.now),
            ..Default::default()
        };
        self.add(account).await.id
    }

    /// Somebody with an account, who works for a city and stands in there for somebody.
    pub async fn user(&mut self, label: &str, city: &'static str, stands_in_for: Option<&str>) {
        self.rows.push(("MunicipalUser", label.to_owned()));
        self.rows.push(("RoleGrant", format!("rolle {label}")));
        if !self.exists(label) {
            return;
        }
        let address = self.value(label, "address", &format!("{label}@{city}.example"));
        let account = self.account_of(label, &address).await;
        let role = self.choice(label, "role", Role::Editor);
        let user = self.works_for(label, (account, city), role).await;
        let substitution = format!("vertretung {label}");
        self.rows.push(("RoleGrant", substitution.clone()));
        if let Some(other) = stands_in_for {
            record!(self, role_grant, &substitution, {
                user_id: account, municipality_id: Some(self.key(city)), municipal_user_id: Some(user),
                role: Role::Viewer, substitute_for_id: Some(self.key(other)),
                valid_until: Some("2027-02-28".parse().expect("a day")),
            });
        }
    }

    pub(super) async fn works_for(&mut self, label: &str, (account, city): (i64, &str), role: Role) -> i64 {
        let name = self.value(label, "name", label);
        let user = record!(self, municipal_user, label, {
            user_id: account, municipality_id: self.key(city), name_key: order_key(&name), name: name,
            email: self.value(label, "address", &format!("{label}@{city}.example")),
            status: self.choice(label, "status", AccessStatus::Active),
        });
        record!(self, role_grant, &format!("rolle {label}"), {
            user_id: account, municipality_id: Some(self.key(city)), municipal_user_id: Some(user), role: role,
        });
        self.keys.insert(label.to_owned(), user);
        user
    }
}
