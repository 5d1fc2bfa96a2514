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
    /// What the token lends of the roles that the account holds now.
    grants: Vec<ViewerGrant>,
}

/// A role, and where it holds (Berechtigung).
#[derive(SimpleObject)]
#[graphql(name = "Grant")]
pub struct ViewerGrant {
    role: Role,
    /// Null for a role in a network or for the installation.
    municipality: Option<Ref<Municipality>>,
    /// Null for a role in a municipality or for the installation.
    network: Option<Ref<Network>>,
}

impl From<&Grant> for ViewerGrant {
    fn from(grant: &Grant) -> Self {
        let (municipality, network) = match grant.place {
            Place::Municipality(id) => (Some(Ref::new(id)), None),
            Place::Network(id) => (None, Some(Ref::new(id))),
            Place::Installation => (None, None),
        };
        ViewerGrant {
            role: grant.role,
            municipality,
            network,
        }
    }
}

#[derive(Default)]
pub struct ViewerQuery;

#[Object]
impl ViewerQuery {
    /// Whoever is signed in; null for anonymous.
    async fn viewer(&self, ctx: &Context<'_>) -> async_graphql::Result<Option<Viewer>> {
        let viewer = ctx.data::<Session>()?.viewer();
        Ok(viewer.user.map(|_| Viewer {
            grants: viewer.grants.iter().map(ViewerGrant::from).collect(),
        }))
    }

    /// Who may do what (Rechtetabelle): the very table that every write is checked against.
    async fn permission_matrix(&self, ctx: &Context<'_>) -> async_graphql::Result<Vec<PermissionRule>> {
        Ok(access::rules(ctx.data::<Session>()?.policy()))
    }
}
