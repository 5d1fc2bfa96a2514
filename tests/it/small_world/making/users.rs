//! Who works for the cities.

use super::super::House;
use super::{Making, fresh, global};
use chrono::TimeDelta;
use sea_orm::ActiveValue::Set;
use verbund_entity::municipal_user::AccessStatus;
use verbund_entity::user_account::UserStatus;
use verbund_entity::{Role, municipal_user, role_grant, user_account};

impl Making {
    /// For each network, a member that has no administrator.
    pub(super) fn without_administrators(&mut self) {
        for (network, member) in [("ruhr", "herne"), ("weser", "minden")] {
            let member = self.houses[member].id.clone();
            self.houses.get_mut(network).expect("a network").to_administer = member;
        }
    }

    /// Who works there. All but Herne have an administrator, so that another can go.
    pub(super) async fn staff(&mut self, city: &'static str) {
        use AccessStatus::{Active, Invited};
        let (user, grant) = self.user(city, "redaktion", Role::Editor, Active).await;
        let (invited, _) = self.user(city, "neu", Role::Viewer, Invited).await;
        if city != "herne" {
            self.user(city, "leitung", Role::Admin, Active).await;
        }
        let house = self.houses.get_mut(city).expect("a city");
        *house = House {
            user,
            grant,
            invited,
            to_administer: house.id.clone(),
            ..house.clone()
        };
    }

    /// Somebody with an account of their own, and the role.
    async fn user(&self, city: &str, name: &str, role: Role, status: AccessStatus) -> (String, String) {
        let address = format!("{name}@{city}.example");
        let invited = status == AccessStatus::Invited;
        let account = self
            .add(user_account::ActiveModel {
                public_id: Set(fresh()),
                email: Set(address.clone()),
                email_key: Set(address.clone()),
                name: Set(name.into()),
                status: Set(if invited {
                    UserStatus::Invited
                } else {
                    UserStatus::Active
                }),
                password_hash: Set(String::new()),
                token_generation: Set(0),
                created_at: Set(self.now),
                ..Default::default()
            })
            .await;
        let user = self
            .add(municipal_user::ActiveModel {
                public_id: Set(fresh()),
                revision: Set(1),
                created_at: Set(self.now),
                updated_at: Set(self.now),
                user_id: Set(account.id),
                municipality_id: Set(self.houses[city].key),
                email: Set(address),
                name: Set(name.into()),
                name_key: Set(name.into()),
                status: Set(status),
                set_up_hash: Set(invited.then(fresh)),
                set_up_until: Set(invited.then(|| self.now + TimeDelta::days(7))),
                ..Default::default()
            })
            .await;
        let grant = self
            .add(role_grant::ActiveModel {
                public_id: Set(fresh()),
                revision: Set(1),
                created_at: Set(self.now),
                updated_at: Set(self.now),
                user_id: Set(account.id),
                municipality_id: Set(Some(self.houses[city].key)),
                municipal_user_id: Set(Some(user.id)),
                role: Set(role),
                ..Default::default()
            })
            .await;
        (
            global("MunicipalUser", &user.public_id),
            global("RoleGrant", &grant.public_id),
        )
    }
}
