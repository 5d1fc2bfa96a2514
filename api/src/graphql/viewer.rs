//! Who asks, and what who may do.

use async_graphql::{Context, Object, SimpleObject};
use verbund_domain::access::{self, PermissionRule};
use verbund_domain::account::Role;
use verbund_domain::read::Ref;
use verbund_domain::session::Session;
use verbund_domain::viewer::{Grant, Place};
use verbund_domain::{Municipality, Network};

/// Whoever is signed in (angemeldete Person).
#[derive(SimpleObject)]
pub struct Viewer {
    /// What the token lends of the roles that the account holds now (Berechtigungen).
    grants: Vec<ViewerGrant>,
}

/// A role, and where it holds (Berechtigung).
#[derive(SimpleObject)]
#[graphql(name = "Grant")]
pub struct ViewerGrant {
    /// What may be done there (Rolle).
    role: Role,
    /// Null for a role in a network or for the installation.
    municipality: Option<Ref<Municipality>>,
    /// Null for a role in a municipality or for the installation.
    network: Option<Ref<Network>>,
}

/// All of them at once, so that their places are read together.
fn shown(grants: &[Grant]) -> Vec<ViewerGrant> {
    let municipality = |grant: &Grant| {
        if let Place::Municipality(id) = grant.place {
            Some(id)
        } else {
            None
        }
    };
    let network = |grant: &Grant| {
        if let Place::Network(id) = grant.place {
            Some(id)
        } else {
            None
        }
    };
    let mut municipalities = Ref::all(grants.iter().filter_map(municipality).collect()).into_iter();
    let mut networks = Ref::all(grants.iter().filter_map(network).collect()).into_iter();
    let one = |grant: &Grant| ViewerGrant {
        role: grant.role,
        municipality: municipality(grant).and_then(|_| municipalities.next()),
        network: network(grant).and_then(|_| networks.next()),
    };
    grants.iter().map(one).collect()
}

#[derive(Default)]
pub struct ViewerQuery;

#[Object]
impl ViewerQuery {
    /// Whoever is signed in; null for anonymous.
    async fn viewer(&self, ctx: &Context<'_>) -> async_graphql::Result<Option<Viewer>> {
        let viewer = ctx.data::<Session>()?.viewer();
        Ok(viewer.user.map(|_| Viewer {
            grants: shown(&viewer.grants),
        }))
    }

    /// Who may do what (Rechtetabelle): the very table that every write is checked against.
    async fn permission_matrix(&self, ctx: &Context<'_>) -> async_graphql::Result<Vec<PermissionRule>> {
        Ok(access::rules(ctx.data::<Session>()?.policy()))
    }
}
