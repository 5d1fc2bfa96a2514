//! Faults that tests plant, one at a time, to show that they would be found. Without the feature none can be planted.

#[cfg(all(feature = "planted", not(debug_assertions)))]
compile_error!("planted faults are for tests and are not released");

/// A way to the data on which the engine forgets the viewer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// A list shows every row.
    List,
    /// A list that is searched shows every row that has the words.
    Search,
    /// `node` shows every row.
    ById,
    /// A foreign key shows the row it points to.
    ToOne,
    /// A filter by a related object finds hidden ones.
    Filter,
    /// A total counts hidden rows.
    Count,
    /// A column that opens under a rule is always open.
    Opened,
}

impl Fault {
    /// All of them.
    pub const ALL: [Fault; 7] = [
        Fault::List,
        Fault::Search,
        Fault::ById,
        Fault::ToOne,
        Fault::Filter,
        Fault::Count,
        Fault::Opened,
    ];
}
