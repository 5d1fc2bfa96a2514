//! Who belongs to which network, has applied or is invited; and a topic.

use super::making::{Making, fresh, global};
use sea_orm::ActiveValue::Set;
use serde_json::json;
use verbund_entity::network_membership::MembershipStatus::{self, Active, Applied, Invited, Suspended};
use verbund_entity::{network_membership, topic, topic_ancestry};

impl Making {
    pub(super) async fn joining(&mut self) {
        let elbe = self.network("elbe").await;
        let elsewhere = elbe.id.clone();
        self.houses.insert("elbe", elbe);
        let lippe = self.network("lippe").await;
        self.houses.insert("lippe", lippe);
        for (network, city, status) in [
            ("ruhr", "hagen", Active),
            ("ruhr", "herne", Active),
            ("ruhr", "bochum", Active),
            ("ruhr", "essen", Suspended),
            ("weser", "minden", Active),
            ("weser", "werra", Active),
        ] {
            let membership = self.membership(network, city, status).await;
            let member = self.house(city).id.clone();
            let of_network = self.house(network);
            of_network.member = member;
            if status == Suspended {
                of_network.resting = membership.clone();
            } else {
                of_network.membership = membership.clone();
            }
            self.house(city).membership = membership;
        }
        for city in ["hagen", "herne", "bochum", "essen"] {
            let invitation = self.membership("weser", city, Invited).await;
            let applied = self.membership("lippe", city, Applied).await;
            let house = self.house(city);
            (house.invitation_to_join, house.applied) = (invitation, applied);
            house.elsewhere = elsewhere.clone();
        }
        let application = self.membership("ruhr", "minden", Applied).await;
        let asked = self.membership("ruhr", "werra", Invited).await;
        let topic = self.topic("sprache").await;
        let ruhr = self.house("ruhr");
        (ruhr.application, ruhr.asked_member, ruhr.topic) = (application, asked, topic);
    }

    fn house(&mut self, name: &str) -> &mut super::House {
        self.houses.get_mut(name).expect("a house")
    }

    async fn membership(&self, network: &str, city: &str, status: MembershipStatus) -> String {
        let row = self
            .add(network_membership::ActiveModel {
                public_id: Set(fresh()),
                revision: Set(1),
                created_at: Set(self.now),
                updated_at: Set(self.now),
                network_id: Set(self.houses[network].key),
                municipality_id: Set(self.houses[city].key),
                status: Set(status),
                ..Default::default()
            })
            .await;
        global("NetworkMembership", &row.public_id)
    }

    async fn topic(&self, name: &str) -> String {
        let row = self
            .add(topic::ActiveModel {
                public_id: Set(fresh()),
                revision: Set(1),
                created_at: Set(self.now),
                updated_at: Set(self.now),
                slug: Set(name.into()),
                name: Set(name.into()),
                name_key: Set(name.into()),
                name_translations: Set(json!([])),
                search_text: Set(name.into()),
                ..Default::default()
            })
            .await;
        self.add(topic_ancestry::ActiveModel {
            topic_id: Set(row.id),
            ancestor_id: Set(row.id),
            distance: Set(0),
        })
        .await;
        global("Topic", &row.public_id)
    }
}
