//! The plan tree: one node for each statement.

use super::cells::{Cells, Scalar};
use super::page::Page;
use super::planted::Fault;
use super::scope::Scope;
use super::shape::{Link, Shape, named};
use super::sql;
use async_graphql::Value;
use sea_orm::sea_query::{CaseStatement, Condition, DynIden, Expr};

/// Rows of one table: what is fetched. A [`Layout`] says how it is written; one fetch may have several.
///
/// The guard is private and set in `new` alone: no plan reads a row that the viewer may not see.
pub(super) struct Node {
    pub shape: &'static Shape,
    guard: Condition,
    picks: Vec<(Pick, Expr)>,
    pub kids: Vec<Kid>,
    pub layouts: Vec<Layout>,
}

/// What makes two fetched cells the same: the column, and the field whose rule opens it.
type Pick = (String, Option<usize>);

/// How rows are come by.
#[derive(Clone, Copy)]
pub(super) enum Way<'a> {
    List,
    Search,
    ById,
    Key,
    Filter,
    Related(&'a Link),
}

pub(super) type Layout = Vec<(String, Item)>;

pub(super) enum Item {
    TypeName,
    Cell(usize, Scalar),
    Computed {
        cells: Vec<usize>,
        value: fn(&Cells) -> Value,
        shown: Option<Projection>,
    },
    /// The cells of what is selected of `viewerCan`, each 1 or 0; none for `__typename`.
    Can(Vec<(String, Option<usize>)>),
    Localized {
        text: usize,
        translations: usize,
        language: Option<String>,
    },
    /// A kid: one object, or null.
    One(usize),
    OneOf(usize),
    /// A kid: a connection, a list or the best of several.
    Many(usize),
}

/// What is selected of a small object that stands in the row itself.
pub(super) type Projection = Vec<(String, Shown)>;
pub(super) enum Shown {
    TypeName(String),
    Field(String, Option<Projection>),
}

pub(super) enum Kid {
    One { node: Node, key: usize },
    OneOf(Vec<(Node, usize)>),
    Many(Box<Set>),
}

/// The related rows of each parent, or those of a root.
pub(super) struct Set {
    pub node: Node,
    pub link: Option<Link>,
    pub page: Page,
    pub form: Form,
    /// Whether rows are wanted at all, and whether their number is.
    pub rows: bool,
    pub total: bool,
    /// The cell that the rows are sorted by.
    pub key: usize,
    pub counts_all: bool,
}

pub(super) enum Form {
    Connection(Vec<(String, Part)>),
    List(usize),
    First(usize),
}

pub(super) enum Part {
    TypeName,
    Nodes(usize),
    Edges(Vec<(String, EdgePart)>),
    Info(Vec<(String, InfoPart)>),
    Total,
}
impl Part {
    /// Whether rows have to be read for it.
    pub fn reads_rows(&self) -> bool {
        matches!(self, Part::Nodes(_) | Part::Edges(_) | Part::Info(_))
    }
}
pub(super) enum EdgePart {
    TypeName,
    Cursor,
    Node(usize),
}
pub(super) enum InfoPart {
    TypeName,
    HasNext,
    HasPrevious,
    Start,
    End,
}

impl Node {
    pub fn new(shape: &'static Shape, scope: &Scope, way: Way) -> Node {
        let forgotten = match way {
            Way::List | Way::Related(_) => Some(Fault::List),
            Way::Search => Some(Fault::Search),
            Way::ById => Some(Fault::ById),
            Way::Key => Some(Fault::ToOne),
            Way::Filter => Some(Fault::Filter),
        };
        let guard = match forgotten {
            Some(fault) if scope.planted(fault) => Condition::all(),
            _ => sql::visibility(shape, scope, way),
        };
        let mut node = Node {
            shape,
            guard,
            picks: Vec::new(),
            kids: Vec::new(),
            layouts: Vec::new(),
        };
        node.pick(&named("id")); // always cell 0
        node
    }

    pub fn guard(&self) -> Condition {
        self.guard.clone()
    }

    pub fn cells(&self) -> impl ExactSizeIterator<Item = &Expr> {
        self.picks.iter().map(|(_, expr)| expr)
    }

    /// The cell that a column comes back in; asked for twice, fetched once.
    pub fn pick(&mut self, column: &DynIden) -> usize {
        let cell = Expr::col((self.shape.table.clone(), column.clone()));
        self.pick_as((column.to_string(), None), cell)
    }

    pub fn pick_as(&mut self, pick: Pick, expr: Expr) -> usize {
        if let Some(known) = self.picks.iter().position(|(p, _)| *p == pick) {
            return known;
        }
        self.picks.push((pick, expr));
        self.picks.len() - 1
    }

    /// The cell that says whether a row meets the rule of a field's part.
    pub fn pick_rule(&mut self, part: &str, field: usize, rule: Condition) -> usize {
        let cell = CaseStatement::new().case(rule, Expr::val(1)).finally(Expr::val(0));
        self.pick_as((format!("({part})"), Some(field)), cell.into())
    }

    pub fn pick_opened(&mut self, column: &DynIden, field: usize, rule: Condition) -> usize {
        let cell = Expr::col((self.shape.table.clone(), column.clone()));
        self.pick_as(
            (column.to_string(), Some(field)),
            CaseStatement::new().case(rule, cell).into(),
        )
    }
}
