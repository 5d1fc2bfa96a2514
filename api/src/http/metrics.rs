//! What is counted of the operations: how many of which kind ended how, and how long they took.
//!
//! Every label is taken from a closed list. The name of an operation is the client's own word: it stands in the log and
//! never here, where each would be a series that stays.

use super::refusal::Code;
use std::fmt::Write;
use std::sync::atomic::{AtomicU64, Ordering::Relaxed};
use std::time::{Duration, SystemTime, UNIX_EPOCH};
use verbund_domain::db::Pool;

/// Kinds of operations; the last one stands for what was refused before its kind was known.
const KINDS: [&str; 4] = ["query", "mutation", "subscription", "unknown"];

/// How an operation can end: without an error, or with one of the codes.
const ENDS: usize = Code::ALL.len() + 1;

/// Upper bounds of the classes of durations: in microseconds, and in seconds as they are written.
const BOUNDS: [(u64, &str); 11] = [
    (1_000, "0.001"),
    (5_000, "0.005"),
    (10_000, "0.01"),
    (25_000, "0.025"),
    (50_000, "0.05"),
    (100_000, "0.1"),
    (250_000, "0.25"),
    (500_000, "0.5"),
    (1_000_000, "1"),
    (5_000_000, "5"),
    (10_000_000, "10"),
];

/// The counters of one server, all of its threads together.
pub struct Metrics {
    kinds: [Kind; KINDS.len()],
    started: SystemTime,
}

#[derive(Default)]
struct Kind {
    ends: [AtomicU64; ENDS],
    /// By class, each operation in one; the last class has no bound.
    times: [AtomicU64; BOUNDS.len() + 1],
    micros: AtomicU64,
}

impl Default for Metrics {
    fn default() -> Self {
        Metrics {
            kinds: Default::default(),
            started: SystemTime::now(),
        }
    }
}

impl Metrics {
    /// Counts an operation that has ended.
    pub fn count(&self, kind: &str, code: Option<Code>, took: Duration) {
        let at = KINDS.iter().position(|name| *name == kind).unwrap_or(KINDS.len() - 1);
        let Some(kind) = self.kinds.get(at) else { return };
        let end = code.and_then(|code| Code::ALL.iter().position(|one| *one == code));
        if let Some(ended) = kind.ends.get(end.map_or(0, |at| at + 1)) {
            ended.fetch_add(1, Relaxed);
        }
        let micros = u64::try_from(took.as_micros()).unwrap_or(u64::MAX);
        let class = BOUNDS.iter().position(|(bound, _)| micros <= *bound);
        if let Some(class) = kind.times.get(class.unwrap_or(BOUNDS.len())) {
            class.fetch_add(1, Relaxed);
        }
        kind.micros.fetch_add(micros, Relaxed);
    }

    /// Everything in the text format of Prometheus, 0.0.4.
    pub fn text(&self, pools: &[Pool]) -> String {
        let mut out = String::with_capacity(8 * 1024);
        // Writing into a String does not fail.
        let _ = self.write(&mut out, pools);
        out
    }

    fn write(&self, out: &mut String, pools: &[Pool]) -> std::fmt::Result {
        let version = env!("CARGO_PKG_VERSION");
        head(out, "verbund_build_info", "gauge", "The version that runs.")?;
        writeln!(out, "verbund_build_info{{version=\"{version}\"}} 1")?;
        let started = self.started.duration_since(UNIX_EPOCH).unwrap_or_default();
        head(out, "process_start_time_seconds", "gauge", "When it was started.")?;
        writeln!(out, "process_start_time_seconds {}", started.as_secs_f64())?;
        let about = "Operations by kind and by the code of their first error; OK without one.";
        head(out, "verbund_operations_total", "counter", about)?;
        for (name, kind) in KINDS.iter().zip(&self.kinds) {
            let codes = std::iter::once("OK").chain(Code::ALL.iter().map(|code| code.name()));
            for (code, ended) in codes.zip(&kind.ends) {
                let ended = ended.load(Relaxed);
                writeln!(
                    out,
                    "verbund_operations_total{{kind=\"{name}\",code=\"{code}\"}} {ended}"
                )?;
            }
        }
        let name = "verbund_operation_duration_seconds";
        head(
            out,
            name,
            "histogram",
            "From the first byte of a request to its answer.",
        )?;
        for (kind, counted) in KINDS.iter().zip(&self.kinds) {
            counted.write(out, name, kind)?;
        }
        let name = "verbund_database_connections";
        head(out, name, "gauge", "Open connections to the database.")?;
        for Pool {
            name: pool, open, idle, ..
        } in pools
        {
            writeln!(out, "{name}{{pool=\"{pool}\",state=\"idle\"}} {idle}")?;
            writeln!(
                out,
                "{name}{{pool=\"{pool}\",state=\"used\"}} {}",
                open.saturating_sub(*idle)
            )?;
        }
        let name = "verbund_database_connections_max";
        head(out, name, "gauge", "Connections that may be open at once.")?;
        for Pool { name: pool, most, .. } in pools {
            writeln!(out, "{name}{{pool=\"{pool}\"}} {most}")?;
        }
        Ok(())
    }
}

impl Kind {
    fn write(&self, out: &mut String, name: &str, kind: &str) -> std::fmt::Result {
        let mut so_far = 0;
        let bounds = BOUNDS.iter().map(|(_, seconds)| *seconds).chain(["+Inf"]);
        for (bound, class) in bounds.zip(&self.times) {
            so_far += class.load(Relaxed);
            writeln!(out, "{name}_bucket{{kind=\"{kind}\",le=\"{bound}\"}} {so_far}")?;
        }
        let seconds = self.micros.load(Relaxed) as f64 / 1_000_000.0;
        writeln!(out, "{name}_sum{{kind=\"{kind}\"}} {seconds}")?;
        writeln!(out, "{name}_count{{kind=\"{kind}\"}} {so_far}")
    }
}

fn head(out: &mut String, name: &str, kind: &str, about: &str) -> std::fmt::Result {
    writeln!(out, "# HELP {name} {about}\n# TYPE {name} {kind}")
}
