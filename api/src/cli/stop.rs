//! The wish of the operator that the program ends.

use super::Failure;

/// Ends when the process is asked to stop (SIGINT, SIGTERM). Listening begins with the call, not with the first poll.
#[cfg(unix)]
pub(super) fn asked() -> Result<impl Future<Output = ()> + Send + 'static, Failure> {
    use tokio::signal::unix::{SignalKind, signal};
    let mut interrupt = signal(SignalKind::interrupt()).map_err(Failure::failed)?;
    let mut terminate = signal(SignalKind::terminate()).map_err(Failure::failed)?;
    Ok(async move {
        tokio::select! {
            _ = interrupt.recv() => {}
            _ = terminate.recv() => {}
        }
        tracing::info!("asked to stop");
    })
}

#[cfg(not(unix))]
pub(super) fn asked() -> Result<impl Future<Output = ()> + Send + 'static, Failure> {
    Ok(async move {
        if let Err(error) = tokio::signal::ctrl_c().await {
            tracing::error!(%error, "cannot listen for the wish to stop");
        }
    })
}
