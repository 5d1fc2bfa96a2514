//! Selection and declaration to plan tree.

use super::cells::Scalar;
use super::cursor::Marks;
use super::page::{Key, Page, PageSizes, argument};
use super::plan::{EdgePart, Form, InfoPart, Item, Kid, Layout, Node, Part, Projection, Set, Shown, Way};
use super::planted::Fault;
use super::scope::Scope;
use super::select::{Picked, Sets, at, collect};
use super::shape::{Field, Kind, Link, Shape};
use crate::values::LanguageTag;
use async_graphql::registry::{MetaType, MetaTypeName};
use async_graphql::{Context, ServerResult};

/// Plans what is selected of a page's records; the answer says how to write it.
pub(super) type Record<'r, 'a> = dyn FnMut(&Sets<'a>) -> ServerResult<usize> + 'r;

/// Turns selections into nodes.
pub(super) struct Planner<'a> {
    pub ctx: Context<'a>,
    pub scope: &'a Scope<'a>,
    pub marks: &'a Marks,
    pub sizes: PageSizes,
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
            Kind::Told(tell) => {
                let cell = node.pick_as((field.name.clone(), Some(index)), tell(self.scope));
                Item::Cell(cell, Scalar::Text)
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
                let language = argument::<LanguageTag>(&here, "language")?.map(String::from);
                Item::Localized {
                    text: node.pick(text),
                    translations: node.pick(translations),
                    language,
                }
            }
            Kind::Can(all) => {
                let cell = |picked: Picked<'a>| {
                    let can = all.iter().find(|can| can.name == picked.name);
                    let cell = can.map(|can| node.pick_rule(can.name, index, can.rule(self.scope)));
                    (keyed(&picked), cell)
                };
                Item::Can(self.plain(&picked.sets).into_iter().map(cell).collect())
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
            Kind::Connection(to, link, usual) => {
                let page = self.page((to(), *usual), &here)?;
                let set = self.connection(to(), Some(link), page, &picked.sets)?;
                Item::Many(adopt(node, Kid::Many(Box::new(set))))
            }
            Kind::List(to, link) => {
                let mut set = self.set(to(), Some(link), Page::whole(), Way::Related(link));
                set.form = Form::List(self.layout(&mut set.node, &picked.sets)?);
                Item::Many(adopt(node, Kid::Many(Box::new(set))))
            }
            Kind::Best(to, link, rank) => {
                let page = Page::best(rank(&here, self.scope)?);
                let mut set = self.set(to(), Some(link), page, Way::Related(link));
                set.form = Form::First(self.layout(&mut set.node, &picked.sets)?);
                Item::Many(adopt(node, Kid::Many(Box::new(set))))
            }
        })
    }

    /// The page that a list's arguments ask for, in its usual order if they name none.
    pub fn page(&self, to: (&'static Shape, Option<&'static str>), list: &Context<'_>) -> ServerResult<Page> {
        Page::parse(to, list, self.scope, (self.marks, self.sizes))
    }

    pub fn set(&self, to: &'static Shape, link: Option<&Link>, page: Page, way: Way) -> Set {
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
        let parts = self.parts(sets, &mut |sets| self.layout(&mut set.node, sets))?;
        set.rows = parts.iter().any(|(_, part)| part.reads_rows());
        set.total = parts.iter().any(|(_, part)| matches!(part, Part::Total));
        set.form = Form::Connection(parts);
        Ok(set)
    }

    /// What is selected of a page; `record` plans what is selected of its records.
    pub fn parts(&self, sets: &Sets<'a>, record: &mut Record<'_, 'a>) -> ServerResult<Vec<(String, Part)>> {
        let mut parts = Vec::new();
        for picked in self.plain(sets) {
            let part = match picked.name {
                "nodes" => Part::Nodes(record(&picked.sets)?),
                "edges" => Part::Edges(self.edges(&picked.sets, record)?),
                "pageInfo" => Part::Info(self.info(&picked.sets)),
                "totalCount" => Part::Total,
                _ => Part::TypeName,
            };
            parts.push((keyed(&picked), part));
        }
        Ok(parts)
    }

    fn edges(&self, sets: &Sets<'a>, record: &mut Record<'_, 'a>) -> ServerResult<Vec<(String, EdgePart)>> {
        let mut parts = Vec::new();
        for picked in self.plain(sets) {
            let part = match picked.name {
                "node" => EdgePart::Node(record(&picked.sets)?),
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

    /// What is selected of a small object, which may be nothing after `@skip`; none for a scalar.
    fn projection(&self, parent: &str, picked: &Picked<'a>) -> Option<Projection> {
        let types = &self.ctx.schema_env.registry.types;
        let ty = types
            .get(parent)
            .and_then(|t| t.field_by_name(picked.name))
            .map_or("", |field| &field.ty);
        let ty = MetaTypeName::concrete_typename(ty);
        if types.get(ty).is_none_or(MetaType::is_leaf) {
            return None;
        }
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
