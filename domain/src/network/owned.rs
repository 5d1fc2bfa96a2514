//! Whose a network and a membership are.

use super::{Network, NetworkMembership};
use crate::access::Of;
use crate::session::{Owned, Owner};
use verbund_entity::{network, network_membership};

impl Owned for Network {
    fn owners(_: Of) -> Vec<Owner<Self>> {
        vec![Owner::network(network::Column::Id)]
    }
}

/// Two sides, and none of them decides for the other.
impl Owned for NetworkMembership {
    fn owners(of: Of) -> Vec<Owner<Self>> {
        match of {
            Of::Network => vec![Owner::network(network_membership::Column::NetworkId)],
            _ => vec![Owner::municipality(network_membership::Column::MunicipalityId)],
        }
    }
}
