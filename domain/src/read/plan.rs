//! Selection and declaration to plan: one node for each statement.

use super::cells::{Cells, Scalar};
use super::cursor::Marks;
use super::page::{Key, Page, argument};
use super::planted::Fault;
use super::scope::Scope;
use super::select::{Picked, Sets, at, collect};
use super::shape::{Field, Kind, Link, Shape, named};
use super::sql;
use async_graphql::registry::MetaTypeName;
use async_graphql::{Context, ServerResult, Value};
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
    Many(Set),
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

    fn pick_as(&mut self, pick: Pick, expr: Expr) -> usize {
        if let Some(known) = self.picks.iter().position(|(p, _)| *p == pick) {
            return known;
        }
        self.picks.push((pick, expr));
        self.picks.len() - 1
    }

    fn pick_opened(&mut self, column: &DynIden, field: usize, rule: Condition) -> usize {
        let cell = Expr::col((self.shape.table.clone(), column.clone()));
        self.pick_as(
            (column.to_string(), Some(field)),
            CaseStatement::new().case(rule, cell).into(),
        )
    }
}

/// Turns selections into nodes.
pub(super) struct Planner<'a> {
    pub ctx: Context<'a>,
    pub scope: &'a Scope<'a>,
    pub marks: &'a Marks,
}

impl<'a> Planner<'a> {
    /// Adds what is selected to the node; the answer says how to write it.
    pub fn layout(&self, node: &mut Node, sets: &Sets<'a>) -> ServerResult<usize> {
        let mut layout = Layout::new();
        for picked in collect(&self.ctx, sets, Some(node.shape.name)) {
            // The library has validated that the field exists; a name it does not know is the type's own.
            let item = match node.shape.by_name.get(picked.name) {
                Some(&i) => self.item(node, i, &picked)?,
                None => Item::TypeName,
            };
            layout.push((keyed(&picked), item));
        }
        node.layouts.push(layout);
        Ok(node.layouts.len() - 1)
    }

    fn item(&self, node: &mut Node, index: usize, picked: &Picked<'a>) -> ServerResult<Item> {
        let field: &'static Field = &node.shape.fields[index];
        let here = at(&self.ctx, picked.first);
        Ok(match &field.kind {
            Kind::Column(column, scalar) => Item::Cell(node.pick(column), *scalar),
            Kind::Opened(column, scalar, _) if self.scope.planted(Fault::Opened) => {
                Item::Cell(node.pick(column), *scalar)
            }
            Kind::Opened(column, scalar, rule) => {
                Item::Cell(node.pick_opened(column, index, rule(self.scope)), *scalar)
            }
            Kind::Computed(needs, value) => {
                let cells = needs.iter().map(|column| node.pick(column)).collect();
                Item::Computed {
                    cells,
                    value: *value,
                    shown: self.projection(node.shape.name, picked),
                }
            }
            Kind::Localized(text, translations) => {
                let language = argument::<crate::values::LanguageTag>(&here, "language")?.map(String::from);
                Item::Localized {
                    text: node.pick(text),
                    translations: node.pick(translations),
                    language,
                }
            }
            Kind::One(to, key) => {
                let key = node.pick(key);
                let mut kid = Node::new(to(), self.scope, Way::Key);
                self.layout(&mut kid, &picked.sets)?;
                Item::One(adopt(node, Kid::One { node: kid, key }))
            }
            Kind::OneOf(members) => {
                let mut kids = Vec::with_capacity(members.len());
                for (to, key) in members {
                    let mut kid = Node::new(to(), self.scope, Way::Key);
                    self.layout(&mut kid, &picked.sets)?;
                    kids.push((kid, node.pick(key)));
                }
                Item::OneOf(adopt(node, Kid::OneOf(kids)))
            }
            Kind::Connection(to, link) => {
                let page = Page::parse(to(), &here, self.scope, self.marks)?;
                let set = self.connection(to(), Some(link), page, &picked.sets)?;
                Item::Many(adopt(node, Kid::Many(set)))
            }
            Kind::List(to, link) => {
                let mut set = self.set(to(), Some(link), Page::whole(), Way::Related(link));
                set.form = Form::List(self.layout(&mut set.node, &picked.sets)?);
                Item::Many(adopt(node, Kid::Many(set)))
            }
            Kind::Best(to, link, rank) => {
                let page = Page::best(rank(&here, self.scope)?);
                let mut set = self.set(to(), Some(link), page, Way::Related(link));
                set.form = Form::First(self.layout(&mut set.node, &picked.sets)?);
                Item::Many(adopt(node, Kid::Many(set)))
            }
        })
    }

    fn set(&self, to: &'static Shape, link: Option<&Link>, page: Page, way: Way) -> Set {
        let mut node = Node::new(to, self.scope, way);
        let key = match &page.sort.key {
            Key::Column(column, _) => node.pick(column),
            Key::Rank(rank) => node.pick_as(("(rank)".to_owned(), None), rank.clone()),
        };
        let (form, counts_all) = (Form::List(0), self.scope.planted(Fault::Count));
        Set {
            node,
            link: link.cloned(),
            page,
            form,
            rows: true,
            total: false,
            key,
            counts_all,
        }
    }

    pub fn connection(
        &self,
        to: &'static Shape,
        link: Option<&Link>,
        page: Page,
        sets: &Sets<'a>,
    ) -> ServerResult<Set> {
        let way = match link {
            _ if page.searched => Way::Search,
            Some(link) => Way::Related(link),
            None => Way::List,
        };
        let mut set = self.set(to, link, page, way);
        set.rows = false;
        let mut parts = Vec::new();
        for picked in self.plain(sets) {
            set.rows |= matches!(picked.name, "nodes" | "edges" | "pageInfo");
            set.total |= picked.name == "totalCount";
            let part = match picked.name {
                "nodes" => Part::Nodes(self.layout(&mut set.node, &picked.sets)?),
                "edges" => Part::Edges(self.edges(&mut set.node, &picked.sets)?),
                "pageInfo" => Part::Info(self.info(&picked.sets)),
                "totalCount" => Part::Total,
                _ => Part::TypeName,
            };
            parts.push((keyed(&picked), part));
        }
        set.form = Form::Connection(parts);
        Ok(set)
    }

    fn edges(&self, node: &mut Node, sets: &Sets<'a>) -> ServerResult<Vec<(String, EdgePart)>> {
        let mut parts = Vec::new();
        for picked in self.plain(sets) {
            let part = match picked.name {
                "node" => EdgePart::Node(self.layout(node, &picked.sets)?),
                "cursor" => EdgePart::Cursor,
                _ => EdgePart::TypeName,
            };
            parts.push((keyed(&picked), part));
        }
        Ok(parts)
    }

    fn info(&self, sets: &Sets<'a>) -> Vec<(String, InfoPart)> {
        let part = |picked: Picked<'a>| {
            let part = match picked.name {
                "hasNextPage" => InfoPart::HasNext,
                "hasPreviousPage" => InfoPart::HasPrevious,
                "startCursor" => InfoPart::Start,
                "endCursor" => InfoPart::End,
                _ => InfoPart::TypeName,
            };
            (keyed(&picked), part)
        };
        self.plain(sets).into_iter().map(part).collect()
    }

    /// What is selected of a small object; nothing for a scalar.
    fn projection(&self, parent: &str, picked: &Picked<'a>) -> Option<Projection> {
        if picked.sets.iter().all(|set| set.items.is_empty()) {
            return None;
        }
        let types = &self.ctx.schema_env.registry.types;
        let ty = types
            .get(parent)
            .and_then(|t| t.field_by_name(picked.name))
            .map_or("", |field| &field.ty);
        let ty = MetaTypeName::concrete_typename(ty);
        let shown = |below: Picked<'a>| {
            let shown = match below.name {
                "__typename" => Shown::TypeName(ty.to_owned()),
                name => Shown::Field(name.to_owned(), self.projection(ty, &below)),
            };
            (keyed(&below), shown)
        };
        Some(self.plain(&picked.sets).into_iter().map(shown).collect())
    }

    fn plain(&self, sets: &Sets<'a>) -> Vec<Picked<'a>> {
        collect(&self.ctx, sets, None)
    }
}

fn adopt(node: &mut Node, kid: Kid) -> usize {
    node.kids.push(kid);
    node.kids.len() - 1
}

fn keyed(picked: &Picked) -> String {
    format!("\"{}\":", picked.key)
}
