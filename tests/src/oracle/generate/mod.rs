//! Documents made up from the schema: valid, within the gate's limits, and the same for the same seed.

mod arguments;
mod random;

use super::Oracle;
use super::schema::{Field, snake};
use super::values::global_id;
use serde_json::{Map, Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

pub use random::Random;

/// A document and its variables.
pub struct Document {
    pub text: String,
    pub variables: Value,
}

/// Fields from the root to a leaf.
const DEPTH: usize = 10;
/// Objects that a document may ask for, roughly as the gate counts them.
const OBJECTS: usize = 4_000;
/// Rows of one list, for all its parents.
const ROWS: usize = 300;
const ALIASES: usize = 25;
const DIRECTIVES: usize = 30;
const FIELDS: usize = 350;

/// What variables there are: name, type and default, values to give.
const VARIABLES: &[(&str, &str, &[&str])] = &[
    ("yes", "Boolean! = true", &["true"]),
    ("no", "Boolean = false", &["false"]),
    ("given", "Boolean!", &["true", "false"]),
    ("small", "Int = 2", &["1", "3"]),
    ("absent", "Int", &[]),
    ("language", "LanguageTag", &["\"en\"", "\"tr\"", "\"de\""]),
    ("direction", "OrderDirection! = DESC", &["\"ASC\"", "\"DESC\""]),
    ("ids", "[ID!]!", &[]),
];

/// A named fragment that can be spread again.
struct Fragment {
    name: String,
    on: String,
    body: String,
    place: Place,
    spent: Spent,
}

/// Where a selection stands.
#[derive(Clone, Copy)]
struct Place {
    depth: usize,
    /// How often what stands here is written.
    rows: usize,
}

/// What a document has cost so far, with its fragments expanded.
#[derive(Clone, Copy, Default)]
struct Spent {
    objects: usize,
    aliases: usize,
    directives: usize,
    fields: usize,
}

pub struct Generator<'a> {
    oracle: &'a Oracle,
    random: Random,
    ids: Vec<(String, String)>,
    fragments: Vec<Fragment>,
    /// What each response key stands for, the same in the whole document, so that equal keys can always be merged.
    keys: BTreeMap<String, String>,
    spent: Spent,
    names: usize,
}

impl<'a> Generator<'a> {
    pub fn new(oracle: &'a Oracle, seed: u64) -> Self {
        let mut ids = Vec::new();
        for ty in oracle.schema.records() {
            ids.extend(
                oracle
                    .rows
                    .of(&snake(ty))
                    .iter()
                    .map(|row| (ty.to_owned(), global_id(ty, row))),
            );
        }
        Generator {
            oracle,
            random: Random::new(seed),
            ids,
            fragments: Vec::new(),
            keys: BTreeMap::new(),
            spent: Spent::default(),
            names: 0,
        }
    }

    pub fn document(mut self) -> Document {
        let place = Place { depth: 0, rows: 1 };
        let mut body = String::new();
        for _ in 0..1 + self.random.below(3) {
            body.push_str(&self.items("Query", place, 2));
        }
        let mut text = String::from("query Generated");
        let mut variables = Map::new();
        let bodies = self
            .fragments
            .iter()
            .map(|fragment| fragment.body.as_str())
            .chain([body.as_str()]);
        let used = bodies.flat_map(|body| body.split('$').skip(1)).map(|rest| {
            rest.split(|letter: char| !letter.is_ascii_alphabetic())
                .next()
                .unwrap_or_default()
                .to_owned()
        });
        let used: BTreeSet<String> = used.collect();
        for (i, (name, ty, values)) in VARIABLES.iter().filter(|(name, ..)| used.contains(*name)).enumerate() {
            write!(text, "{}${name}: {ty}", if i == 0 { "(" } else { ", " }).expect("text");
            if *name == "ids" {
                let ids = (0..3)
                    .map(|_| self.random.one_of(&self.ids).1.clone())
                    .collect::<Vec<_>>();
                variables.insert("ids".to_owned(), json!(ids));
            } else if !values.is_empty() && (*name == "given" || self.random.once_in(2)) {
                let value = serde_json::from_str(self.random.one_of::<&str>(values)).expect("a value");
                variables.insert((*name).to_owned(), value);
            }
        }
        text.push_str(if used.is_empty() { "" } else { ")" });
        write!(text, " {{ {body}}}").expect("text");
        for fragment in &self.fragments {
            write!(
                text,
                "\nfragment {} on {} {{ {}}}",
                fragment.name, fragment.on, fragment.body
            )
            .expect("text");
        }
        Document {
            text,
            variables: Value::Object(variables),
        }
    }

    fn set(&mut self, ty: &str, place: Place, fragments: usize) -> String {
        let items = self.items(ty, place, fragments);
        if items.is_empty() {
            "{ __typename }".to_owned()
        } else {
            format!("{{ {items}}}")
        }
    }

    /// Some selections, each with a blank behind it. `fragments`: how deep they may lie in one another.
    fn items(&mut self, ty: &str, place: Place, fragments: usize) -> String {
        let mut items = String::new();
        let mut composites: Vec<(Field, String)> = Vec::new();
        for _ in 0..2 + self.random.below(4) {
            let item = match self.random.below(12) {
                0 => self.type_name(),
                1 if fragments > 0 => self.inline(ty, place, fragments - 1),
                2 if fragments > 0 => self.spread(ty, place, fragments - 1),
                3 if fragments > 0 && !self.oracle.schema.is_abstract(ty) => self.inline(ty, place, fragments - 1),
                4 if !composites.is_empty() => {
                    let (field, head) = self.random.one_of(&composites).clone();
                    self.again(&field, &head, place)
                }
                _ if self.oracle.schema.fields(ty).is_empty() => self.inline(ty, place, fragments.saturating_sub(1)),
                _ => {
                    let field = self.random.one_of(self.oracle.schema.fields(ty)).clone();
                    self.field(&field, place, &mut composites)
                }
            };
            items.extend(item);
        }
        items
    }

    fn type_name(&mut self) -> Option<String> {
        self.spent.fields += 1;
        self.head("__typename", "", "String!").map(|head| format!("{head} "))
    }

    /// The key, the name and the arguments of a field.
    fn head(&mut self, name: &str, arguments: &str, ty: &str) -> Option<String> {
        let meaning = format!("{name}{arguments}: {ty}");
        let key = self.keys.entry(name.to_owned()).or_insert_with(|| meaning.clone());
        if *key == meaning && !self.random.once_in(8) {
            return Some(format!("{name}{arguments}"));
        }
        if self.spent.aliases >= ALIASES {
            return None;
        }
        self.spent.aliases += 1;
        let known = self
            .keys
            .iter()
            .find(|(key, of)| **of == meaning && *key != name)
            .map(|(key, _)| key.clone());
        let alias = match known {
            Some(known) if self.random.once_in(2) => known,
            _ => {
                self.names += 1;
                format!("{}{}", self.random.one_of(&["a", "b", "z"]), self.names)
            }
        };
        self.keys.insert(alias.clone(), meaning);
        Some(format!("{alias}: {name}{arguments}"))
    }

    fn field(&mut self, field: &Field, place: Place, composites: &mut Vec<(Field, String)>) -> Option<String> {
        // Search and statistics are compared with the lists instead.
        if self.spent.fields >= FIELDS
            || ["permissionMatrix", "search", "networkStatistics"].contains(&field.name.as_str())
        {
            return None;
        }
        let (arguments, rows) = self.arguments(field);
        let composite = self.oracle.schema.is_composite(&field.of);
        if composite && !self.affordable(field, place, rows) {
            return None;
        }
        let head = self.head(&field.name, &arguments, &field.written)?;
        self.spent.fields += 1;
        let directive = self.directive();
        if !composite {
            return Some(format!("{head}{directive} "));
        }
        composites.push((field.clone(), head.clone()));
        let below = self.below(field, place, rows);
        Some(format!("{head}{directive} {below} "))
    }

    /// A field of objects that has been selected before is selected once more: the two are merged.
    fn again(&mut self, field: &Field, head: &str, place: Place) -> Option<String> {
        let rows = if field.of.ends_with("Connection") { 20 } else { 10 };
        if !self.affordable(field, place, rows) || self.spent.aliases >= ALIASES {
            return None;
        }
        self.spent.fields += 1;
        self.spent.aliases += usize::from(head.contains(": ") && !head.starts_with(&field.name));
        let below = self.below(field, place, rows);
        Some(format!("{head} {below} "))
    }

    fn affordable(&self, field: &Field, place: Place, rows: usize) -> bool {
        let deep = if field.of.ends_with("Connection") { 4 } else { 2 };
        let rows = rows * place.rows;
        place.depth + deep <= DEPTH
            && rows <= ROWS
            && self.spent.objects + rows <= OBJECTS
            && self.spent.fields < FIELDS
    }

    fn below(&mut self, field: &Field, place: Place, rows: usize) -> String {
        let rows = rows * place.rows;
        self.spent.objects += rows;
        let depth = place.depth + 1;
        self.set(&field.of, Place { depth, rows }, 2)
    }

    fn directive(&mut self) -> &'static str {
        if self.spent.directives >= DIRECTIVES || !self.random.once_in(10) {
            return "";
        }
        self.spent.directives += 1;
        let all: [&'static str; 7] = [
            " @include(if: $yes)",
            " @skip(if: $no)",
            " @include(if: $given)",
            " @skip(if: $given)",
            " @skip(if: true)",
            " @include(if: true) @skip(if: false)",
            " @include(if: $no)",
        ];
        all[self.random.below(all.len())]
    }

    fn inline(&mut self, ty: &str, place: Place, fragments: usize) -> Option<String> {
        if place.depth + 1 > DEPTH {
            return None;
        }
        let on = self.condition(ty);
        let directive = self.directive();
        let set = self.set(&on, place, fragments);
        let condition = if on == ty && self.random.once_in(2) {
            String::new()
        } else {
            format!(" on {on}")
        };
        Some(format!("...{condition}{directive} {set} "))
    }

    /// A type whose fragments may stand in a selection of this type.
    fn condition(&mut self, ty: &str) -> String {
        let schema = &self.oracle.schema;
        let mut all: Vec<&String> = schema.possible(ty).iter().collect();
        if schema.is_abstract(ty) {
            // Whatever a union or an interface leads to is a node.
            if self.random.once_in(4) {
                return "Node".to_owned();
            }
        } else {
            all.extend(schema.implements(ty));
        }
        (*self.random.one_of(&all)).clone()
    }

    fn spread(&mut self, ty: &str, place: Place, fragments: usize) -> Option<String> {
        let on = self.condition(ty);
        let directive = self.directive();
        let fits = |f: &&Fragment| f.on == on && f.place.depth >= place.depth && f.place.rows >= place.rows;
        let affordable = |f: &&Fragment| {
            self.spent.objects + f.spent.objects <= OBJECTS
                && self.spent.aliases + f.spent.aliases <= ALIASES
                && self.spent.fields + f.spent.fields <= FIELDS
        };
        if let Some(known) = self.fragments.iter().filter(fits).find(affordable) {
            self.spent.objects += known.spent.objects;
            self.spent.aliases += known.spent.aliases;
            self.spent.fields += known.spent.fields;
            return Some(format!("...{}{directive} ", known.name));
        }
        let before = self.spent;
        let mut body = self.items(&on, place, fragments);
        if body.is_empty() {
            body.push_str("__typename ");
        }
        self.names += 1;
        let name = format!("F{}", self.names);
        self.fragments.push(Fragment {
            name: name.clone(),
            on,
            body,
            place,
            spent: Spent {
                objects: self.spent.objects - before.objects,
                aliases: self.spent.aliases - before.aliases,
                directives: 0,
                fields: self.spent.fields - before.fields,
            },
        });
        Some(format!("...{name}{directive} "))
    }
}
