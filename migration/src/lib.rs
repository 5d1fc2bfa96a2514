//! The database's structure, step by step.
