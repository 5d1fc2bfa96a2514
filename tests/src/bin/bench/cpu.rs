//! CPU time of processes, from what the kernel counts for each thread.

use std::fmt;
use std::fs;
use std::io;
use std::ops::Sub;

/// Microseconds of a server and of PostgreSQL's processes for one database.
#[derive(Clone, Copy, Debug)]
pub struct Cpu {
    pub server: f64,
    pub database: f64,
}

impl Cpu {
    /// So far, of the server with this process id and of all connections to the database of this address.
    pub fn of(server: u32, url: &str) -> io::Result<Cpu> {
        let name = url.rsplit('/').next().unwrap_or_default().to_owned();
        let mut database = 0.0;
        for entry in fs::read_dir("/proc")?.flatten() {
            let Some(pid) = entry.file_name().to_str().and_then(|name| name.parse().ok()) else {
                continue;
            };
            let command = fs::read_to_string(entry.path().join("cmdline")).unwrap_or_default();
            if command.starts_with("postgres:") && command.contains(&name) {
                database += micros(pid).unwrap_or(0.0);
            }
        }
        Ok(Cpu {
            server: micros(server)?,
            database,
        })
    }

    pub fn total(self) -> f64 {
        self.server + self.database
    }

    pub fn per(self, requests: usize) -> Cpu {
        Cpu {
            server: self.server / requests as f64,
            database: self.database / requests as f64,
        }
    }
}

fn micros(pid: u32) -> io::Result<f64> {
    let mut nanos = 0.0;
    for thread in fs::read_dir(format!("/proc/{pid}/task"))?.flatten() {
        let text = fs::read_to_string(thread.path().join("schedstat")).unwrap_or_default();
        nanos += text
            .split(' ')
            .next()
            .and_then(|n| n.parse::<f64>().ok())
            .unwrap_or(0.0);
    }
    Ok(nanos / 1000.0)
}

impl Sub for Cpu {
    type Output = Cpu;
    fn sub(self, earlier: Cpu) -> Cpu {
        Cpu {
            server: self.server - earlier.server,
            database: self.database - earlier.database,
        }
    }
}

impl fmt::Display for Cpu {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(
            f,
            "{:5.0} + {:5.0} = {:5.0} µs (server + PostgreSQL)",
            self.server,
            self.database,
            self.total()
        )
    }
}

/// Of each part by itself.
pub fn median(all: &[Cpu]) -> Cpu {
    let middle = |part: fn(&Cpu) -> f64| {
        let mut values: Vec<f64> = all.iter().map(part).collect();
        values.sort_by(f64::total_cmp);
        values[values.len() / 2]
    };
    Cpu {
        server: middle(|cpu| cpu.server),
        database: middle(|cpu| cpu.database),
    }
}
