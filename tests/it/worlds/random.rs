//! Documents as nobody would think of them: any fields, any arguments, nested at random; the same for the same seed.

use super::attacks::{Document, guesses};
use super::sdl::{Sdl, argument, named};
use super::secrets::canaries;
use super::world::World;
use async_graphql::parser::types::FieldDefinition;

/// How far below a root field relations are followed.
const DEPTH: usize = 4;

struct Random<'a> {
    sdl: &'a Sdl,
    world: &'a World,
    state: u64,
}

/// As many as asked for.
pub fn random(sdl: &Sdl, world: &World, seed: u64, count: usize) -> Vec<Document> {
    let mut random = Random {
        sdl,
        world,
        state: seed,
    };
    let document = |n| Document {
        about: format!("random {n}"),
        text: random.document(),
    };
    (0..count).map(document).collect()
}

impl Random<'_> {
    /// A number below `end` (xorshift).
    fn below(&mut self, end: usize) -> usize {
        self.state ^= self.state << 13;
        self.state ^= self.state >> 7;
        self.state ^= self.state << 17;
        (self.state % end as u64) as usize
    }

    fn one_in(&mut self, chances: usize) -> bool {
        self.below(chances) == 0
    }

    fn any<T: Clone>(&mut self, of: &[T]) -> T {
        of[self.below(of.len())].clone()
    }

    fn document(&mut self) -> String {
        let sdl = self.sdl;
        let lists: Vec<_> = sdl
            .fields("Query")
            .into_iter()
            .filter(|field| argument(field, "first").is_some())
            .collect();
        let roots = 1 + self.below(2);
        let roots: Vec<String> = (0..roots)
            .map(|n| {
                let field = self.any(&lists);
                format!("r{n}: {}", self.list(field, DEPTH))
            })
            .collect();
        format!("{{{}}}", roots.join(" "))
    }

    fn list(&mut self, field: &FieldDefinition, depth: usize) -> String {
        let record = named(&field.ty.node).trim_end_matches("Connection");
        let size = 1 + self.below(if depth == DEPTH { 8 } else { 3 });
        let mut arguments = vec![format!("{}: {size}", self.any(&["first", "first", "last"]))];
        if let Some(filter) = argument(field, "filter").filter(|_| self.one_in(3)) {
            arguments.extend(self.filter(filter, record));
        }
        if argument(field, "search").is_some() && self.one_in(6) {
            let words = canaries();
            let begun: String = self.any(&words).chars().take(4).collect();
            arguments.push(format!("search: {begun:?}"));
        }
        if let Some(order) = argument(field, "orderBy").filter(|_| self.one_in(2)) {
            let inputs = self.sdl.inputs(order);
            let of = inputs
                .iter()
                .find(|input| input.name.node == "field")
                .expect("an order has a field");
            let name = self.any(&self.sdl.values(named(&of.ty.node)));
            arguments.push(format!(
                "orderBy: {{field: {name}, direction: {}}}",
                self.any(&["ASC", "DESC"])
            ));
        }
        let nodes = self.selection(record, depth);
        let mut parts = vec![format!("nodes{{{nodes}}}")];
        if self.one_in(2) {
            parts.push("totalCount".to_owned());
        }
        if self.one_in(2) {
            parts.push("pageInfo{hasNextPage hasPreviousPage startCursor endCursor}".to_owned());
        }
        format!("{}({}){{{}}}", field.name.node, arguments.join(", "), parts.join(" "))
    }

    fn filter(&mut self, filter: &str, record: &str) -> Option<String> {
        let fields = self.sdl.inputs(filter);
        let field = self.any(&fields);
        let operators = self.sdl.inputs(named(&field.ty.node));
        let operator = self.any(&operators);
        let name = &field.name.node;
        let guesses = guesses(self.sdl, self.world, record, name, named(&operator.ty.node));
        let guess = (!guesses.is_empty()).then(|| self.any(&guesses))?;
        let guess = if operator.name.node == "in" {
            format!("[{guess}]")
        } else {
            guess
        };
        Some(format!("filter: {{{name}: {{{}: {guess}}}}}", operator.name.node))
    }

    fn selection(&mut self, ty: &str, depth: usize) -> String {
        let members = self.sdl.members(ty);
        if !members.is_empty() {
            let below = members
                .iter()
                .map(|member| format!("... on {member}{{{}}}", self.selection(member, depth)));
            return format!("__typename {}", below.collect::<Vec<_>>().join(" "));
        }
        let mut parts = vec!["id".to_owned()];
        for field in self.sdl.fields(ty) {
            let (name, of) = (&field.name.node, named(&field.ty.node));
            let leaf = self.sdl.is_leaf(of);
            if name == "id" || !self.one_in(if leaf { 2 } else { 4 }) {
                continue;
            }
            if name == "contactFor" {
                let topics = self.world.ids("Topic");
                parts.push(format!(
                    "contactFor(topic: {:?}){{id purpose channels{{value}}}}",
                    self.any(&topics)
                ));
            } else if leaf {
                parts.push(name.to_string());
            } else if of == "PartialDate" || of == "ApproximateCount" || of == "LocalizedText" || of == "ContactChannel"
            {
                parts.push(format!("{name}{{{}}}", super::attacks::selection(self.sdl, of, 0)));
            } else if depth > 1 && argument(field, "first").is_some() {
                parts.push(self.list(field, depth - 1));
            } else if depth > 1 {
                parts.push(format!("{name}{{{}}}", self.selection(of, depth - 1)));
            }
        }
        if self.sdl.fields(ty).iter().all(|field| field.name.node != "id") {
            parts[0] = "__typename".to_owned();
        }
        parts.join(" ")
    }
}
