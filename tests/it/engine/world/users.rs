//! Who works for the municipalities: what only their administrators see.

use super::{Making, day};
use chrono::TimeDelta;
use sea_orm::ActiveModelTrait;
use sea_orm::ActiveValue::Set;
use verbund_domain::values::fold::order_key;
use verbund_entity::municipal_user::AccessStatus;
use verbund_entity::user_account::UserStatus;
use verbund_entity::{Role, municipal_user, role_grant, user_account};

impl Making {
    /// Three in each: one who is invited, and one who stands in for another.
    pub(super) async fn users(&mut self, cities: &[i64]) {
        for city in cities {
            let mut first = None;
            for (number, name) in ["Öner, Ayşe", "Oben \"Ö\" Unten", "Zoe"].into_iter().enumerate() {
                let account = self.account(name).await;
                let invited = number == 2;
                let user = record!(
                    self,
                    municipal_user {
                        user_id: account,
                        municipality_id: *city,
                        email: format!("{number}@stadt.example"),
                        name: name.into(),
                        name_key: order_key(name),
                        status: if invited {
                            AccessStatus::Invited
                        } else {
                            AccessStatus::Active
                        },
                        set_up_hash: invited.then(|| account.to_string()),
                        set_up_until: invited.then(|| self.now + TimeDelta::days(7)),
                    }
                );
                let own = [Role::Admin, Role::Editor, Role::Viewer][number];
                self.grant((account, *city, user), own, None).await;
                if let (Some(first), 1) = (first, number) {
                    self.grant((account, *city, user), Role::Admin, Some(first)).await;
                }
                first = first.or(Some(user));
            }
        }
    }

    async fn grant(&mut self, (account, city, user): (i64, i64, i64), role: Role, substitute_for: Option<i64>) {
        record!(
            self,
            role_grant {
                user_id: account,
                municipality_id: Some(city),
                municipal_user_id: Some(user),
                role: role,
                substitute_for_id: substitute_for,
                valid_until: substitute_for.map(|_| day("2027-02-28")),
            }
        );
    }

    async fn account(&mut self, name: &str) -> i64 {
        self.made += 1;
        let address = format!("{}@konto.example", self.made);
        let account = user_account::ActiveModel {
            public_id: Set(uuid::Uuid::from_u128(0x2000_0000 + u128::from(self.made)).to_string()),
            email: Set(address.clone()),
            email_key: Set(address),
            name: Set(name.into()),
            status: Set(UserStatus::Active),
            password_hash: Set(String::new()),
            token_generation: Set(0),
            created_at: Set(self.now),
            ..Default::default()
        };
        account.insert(&self.connection).await.expect("an account").id
    }
}
