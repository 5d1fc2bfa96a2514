//! Networks in numbers.

use async_graphql::{Context, Object, Result};
use verbund_domain::NetworkStatistics;
use verbund_domain::read::Reader;
use verbund_domain::values::{LocalDate, Slug};

#[derive(Default)]
pub struct StatisticsQuery;

#[Object]
impl StatisticsQuery {
    /// A network in numbers (Statistik), from one day to another, both included; null if there is no such network.
    async fn network_statistics(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The network's name in addresses.")] slug: Slug,
        #[graphql(desc = "The first day that counts.")] from: LocalDate,
        #[graphql(desc = "The last day that counts.")] until: LocalDate,
    ) -> Result<Option<NetworkStatistics>> {
        Ok(ctx.data::<Reader>()?.network_statistics(&slug, (from, until)).await?)
    }
}
