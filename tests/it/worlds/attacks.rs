//! Every way that hidden things could be asked for, one after the other, told from the schema.

use super::sdl::{RECORDS, Sdl, argument, named};
use super::secrets::canaries;
use super::world::World;
use async_graphql::parser::types::FieldDefinition;

/// A question, and what it is about.
pub struct Document {
    pub about: String,
    pub text: String,
}

/// Where a list hangs: at the root, or below every record of a type that the root lists.
struct List<'a> {
    path: String,
    field: &'a FieldDefinition,
    before: String,
    after: &'static str,
}

impl List<'_> {
    /// The list once, with these arguments and this selection.
    fn once(&self, arguments: &str, selection: &str) -> String {
        format!("{}({arguments}){{{selection}}}", self.field.name.node)
    }

    /// Documents that ask the list several times, as often as one document may. Below records, where the same rules are
    /// applied in the same way, every fourth question suffices.
    fn each(&self, about: &str, parts: &[String], documents: &mut Vec<Document>) {
        let nested = !self.before.is_empty();
        let parts: Vec<_> = parts.iter().step_by(if nested { 4 } else { 1 }).collect();
        for (n, parts) in parts.chunks(12).enumerate() {
            let aliased: Vec<_> = (0..).zip(parts).map(|(i, part)| format!("a{i}: {part}")).collect();
            documents.push(Document {
                about: format!("{about} of {} ({n})", self.path),
                text: format!("{{{}{}{}}}", self.before, aliased.join(" "), self.after),
            });
        }
    }
}

/// All of them.
pub fn attacks(sdl: &Sdl, world: &World) -> Vec<Document> {
    let mut documents = Vec::new();
    for list in lists(sdl) {
        whole(sdl, &list, &mut documents);
        filters(sdl, world, &list, &mut documents);
        orders(sdl, &list, &mut documents);
        searches(&list, &mut documents);
        changes(&list, &mut documents);
    }
    everywhere(sdl, &mut documents);
    numbers(sdl, world, &mut documents);
    ids(sdl, world, &mut documents);
    names(sdl, world, &mut documents);
    in_charge(world, &mut documents);
    documents
}

/// Connections at the root, and those below the records that root connections list.
fn lists(sdl: &Sdl) -> Vec<List<'_>> {
    let mut lists = Vec::new();
    let is_list = |field: &&FieldDefinition| argument(field, "orderBy").is_some();
    for root in sdl.fields("Query").into_iter().filter(is_list) {
        let name = root.name.node.to_string();
        lists.push(List {
            path: name.clone(),
            field: root,
            before: String::new(),
            after: "",
        });
        let record = named(&root.ty.node).trim_end_matches("Connection");
        for field in sdl.fields(record).into_iter().filter(is_list) {
            lists.push(List {
                path: format!("{name}.{}", field.name.node),
                field,
                before: format!("{name}(first: 9){{nodes{{id "),
                after: "}}",
            });
        }
    }
    lists
}

/// What can be selected of a type: all that is written as it is, and below relations as deep as is said.
pub fn selection(sdl: &Sdl, ty: &str, depth: usize) -> String {
    let members = sdl.members(ty);
    if !members.is_empty() {
        let below = members
            .iter()
            .map(|member| format!("... on {member}{{{}}}", selection(sdl, member, depth)));
        return format!("__typename {}", below.collect::<Vec<_>>().join(" "));
    }
    let mut parts = vec!["__typename".to_owned()];
    for field in sdl.fields(ty) {
        let (name, of) = (&field.name.node, named(&field.ty.node));
        if field
            .arguments
            .iter()
            .any(|argument| argument.node.name.node == "topic")
        {
            continue; // asked for by itself
        }
        if sdl.is_leaf(of) {
            parts.push(name.to_string());
        } else if argument(field, "first").is_some() {
            let record = of.trim_end_matches("Connection");
            match depth {
                0 => parts.push(format!("{name}(first: 1){{totalCount}}")),
                _ => parts.push(format!(
                    "{name}(first: 3){{totalCount pageInfo{{hasNextPage endCursor}} nodes{{{}}}}}",
                    selection(sdl, record, depth - 1)
                )),
            }
        } else if !RECORDS.contains(&of) && sdl.members(of).is_empty() {
            parts.push(format!("{name}{{{}}}", selection(sdl, of, 0)));
        } else if depth > 0 {
            parts.push(format!("{name}{{{}}}", selection(sdl, of, depth - 1)));
        } else if sdl.members(of).is_empty() {
            parts.push(format!("{name}{{id}}"));
        } else {
            parts.push(format!("{name}{{__typename}}"));
        }
    }
    parts.join(" ")
}

fn record<'a>(list: &'a List) -> &'a str {
    named(&list.field.ty.node).trim_end_matches("Connection")
}

/// Its records with all that is in them, their number, and where they stand.
fn whole(sdl: &Sdl, list: &List, documents: &mut Vec<Document>) {
    let depth = usize::from(list.before.is_empty());
    let rows = format!(
        "totalCount pageInfo{{hasNextPage hasPreviousPage startCursor endCursor}} edges{{cursor node{{{}}}}}",
        selection(sdl, record(list), depth)
    );
    let size = if depth == 0 { 5 } else { 25 };
    let once = list.once(&format!("first: {size}"), &rows);
    documents.push(Document {
        about: format!("rows of {}", list.path),
        text: format!("{{{}{once}{}}}", list.before, list.after),
    });
    documents.push(Document {
        about: format!("number of {}", list.path),
        text: format!(
            "{{{}{}{}}}",
            list.before,
            list.once("first: 0", "totalCount"),
            list.after
        ),
    });
}

/// Every operator of every filter with right and with wrong guesses.
fn filters(sdl: &Sdl, world: &World, list: &List, documents: &mut Vec<Document>) {
    let Some(filter) = argument(list.field, "filter") else {
        return;
    };
    let mut parts = Vec::new();
    for field in sdl.inputs(filter) {
        let name = &field.name.node;
        for operator in sdl.inputs(named(&field.ty.node)) {
            let mut guesses = guesses(sdl, world, record(list), name, named(&operator.ty.node));
            if operator.name.node == "in" {
                guesses = guesses.chunks(7).map(|some| format!("[{}]", some.join(", "))).collect();
            }
            for guess in guesses {
                let argument = format!("first: 6, filter: {{{name}: {{{}: {guess}}}}}", operator.name.node);
                parts.push(list.once(&argument, "totalCount nodes{id}"));
            }
        }
    }
    list.each("filters", &parts, documents);
}

/// Values that a filter might be compared with.
pub fn guesses(sdl: &Sdl, world: &World, record: &str, field: &str, ty: &str) -> Vec<String> {
    let quoted = |text: &str| format!("{text:?}");
    match ty {
        "ID" => world.ids(related(record, field)).iter().map(|id| quoted(id)).collect(),
        "Boolean" => vec!["true".to_owned(), "false".to_owned()],
        "String" => {
            let labels = world.rows.iter().filter(|(of, _)| *of == record);
            labels.map(|(_, label)| quoted(&label.replace(' ', "-"))).collect()
        }
        "DateTime" => ["2026-12-01T09:00:00Z", "2026-12-24T09:00:00Z", "2027-06-01T09:00:00Z"]
            .map(quoted)
            .to_vec(),
        other => sdl.values(other),
    }
}

/// The type of the records that a filter names by id.
fn related<'a>(record: &'a str, field: &str) -> &'a str {
    match field {
        "parent" if record == "Organization" => "Organization",
        "lead" | "host" | "locality" | "steward" | "locatedIn" | "municipality" | "parent" | "proposedBy"
        | "keeper" => "Municipality",
        "deputyOf" => "Position",
        "broader" | "topic" => "Topic",
        "network" => "Network",
        "person" => "Person",
        "project" => "Project",
        "meeting" => "Meeting",
        "place" => "Place",
        "series" => "MeetingSeries",
        "organization" => "Organization",
        other => panic!("the filter {other} of {record} names records of a type that this test does not know"),
    }
}

/// Every order in both directions, from both ends, at the borders of small pages.
fn orders(sdl: &Sdl, list: &List, documents: &mut Vec<Document>) {
    let Some(order) = argument(list.field, "orderBy") else {
        return;
    };
    let field = sdl.inputs(order).into_iter().find(|field| field.name.node == "field");
    let names = sdl.values(named(&field.expect("an order has a field").ty.node));
    let mut parts = Vec::new();
    for name in names {
        for direction in ["ASC", "DESC"] {
            for page in ["first: 1", "first: 2", "first: 3", "first: 30", "last: 1", "last: 2"] {
                let arguments = format!("{page}, orderBy: {{field: {name}, direction: {direction}}}");
                let rows = "nodes{id} pageInfo{hasNextPage hasPreviousPage startCursor endCursor}";
                parts.push(list.once(&arguments, rows));
            }
        }
    }
    list.each("orders", &parts, documents);
}

/// Words that only hidden records have, whole and begun.
fn searches(list: &List, documents: &mut Vec<Document>) {
    if argument(list.field, "search").is_none() {
        return;
    }
    let mut parts = Vec::new();
    for word in canaries() {
        let begun: String = word.chars().take(3).collect();
        for word in [word, begun.as_str()] {
            parts.push(list.once(
                &format!("first: 6, search: {word:?}"),
                "totalCount nodes{id} pageInfo{hasNextPage}",
            ));
        }
    }
    list.each("searches", &parts, documents);
}

/// What was changed since the times at which the worlds differ, and shortly before.
fn changes(list: &List, documents: &mut Vec<Document>) {
    let times = [
        "2026-01-01T00:00:00Z",
        "2026-11-01T00:00:00Z",
        "2026-12-01T00:00:00Z",
        "2027-06-01T00:00:00Z",
    ];
    let parts = times.map(|time| list.once(&format!("first: 6, updatedSince: {time:?}"), "totalCount nodes{id}"));
    list.each("changes", &parts, documents);
}

/// The same words in all types at once, with all that is found, its number and its places.
fn everywhere(sdl: &Sdl, documents: &mut Vec<Document>) {
    let found = selection(sdl, "SearchResult", 0);
    let info = "pageInfo{hasNextPage startCursor endCursor}";
    for word in canaries() {
        let begun: String = word.chars().take(3).collect();
        for (n, word) in [word, begun.as_str()].into_iter().enumerate() {
            documents.push(Document {
                about: format!("search everywhere ({n})"),
                text: format!(
                    "{{search(text: {word:?}, first: 3){{totalCount edges{{cursor node{{{found}}}}} {info}}}}}"
                ),
            });
        }
    }
}

/// Every network in numbers, over all times and in parts of them.
fn numbers(sdl: &Sdl, world: &World, documents: &mut Vec<Document>) {
    let all = selection(sdl, "NetworkStatistics", 0);
    for (_, label) in world.rows.iter().filter(|(of, _)| *of == "Network") {
        let periods = [
            ("1800-01-01", "2199-12-31"),
            ("2026-01-01", "2026-12-31"),
            ("2026-12-01", "2026-12-01"),
        ];
        let parts = periods.iter().enumerate().map(|(n, (from, until))| {
            format!("n{n}: networkStatistics(slug: {label:?}, from: {from:?}, until: {until:?}){{{all}}}")
        });
        documents.push(Document {
            about: format!("numbers of {label}"),
            text: format!("{{{}}}", parts.collect::<Vec<_>>().join(" ")),
        });
    }
}

/// Every record by its id: alone, and among others that do not exist.
fn ids(sdl: &Sdl, world: &World, documents: &mut Vec<Document>) {
    for ty in RECORDS {
        let ids = world.ids(ty);
        let fields = selection(sdl, ty, 1);
        for ids in ids.chunks(9) {
            let node = |(n, id): (usize, &String)| format!("n{n}: node(id: {id:?}){{...found}}");
            let nodes: Vec<_> = ids.iter().enumerate().map(node).collect();
            documents.push(Document {
                about: format!("node, {ty}"),
                text: format!("fragment found on {ty}{{{fields}}} {{{}}}", nodes.join(" ")),
            });
        }
        let mut all: Vec<String> = ids.iter().rev().map(|id| format!("{id:?}")).collect();
        all.truncate(90);
        all.insert(1, format!("{:?}", super::world::global(ty, "nobody")));
        documents.push(Document {
            about: format!("nodes, {ty}"),
            text: format!(
                "{{nodes(ids: [{}]){{__typename id ... on {ty}{{{}}}}}}}",
                all.join(", "),
                selection(sdl, ty, 0)
            ),
        });
    }
}

/// Records by their names in addresses.
fn names(sdl: &Sdl, world: &World, documents: &mut Vec<Document>) {
    for (root, ty) in [
        ("project", "Project"),
        ("meeting", "Meeting"),
        ("municipality", "Municipality"),
        ("network", "Network"),
    ] {
        for (_, label) in world.rows.iter().filter(|(of, _)| *of == ty) {
            documents.push(Document {
                about: format!("{root} by slug"),
                text: format!(
                    "{{{root}(slug: {:?}){{{}}}}}",
                    label.replace(' ', "-"),
                    selection(sdl, ty, 1)
                ),
            });
        }
    }
}

/// Who is in charge of each topic in each municipality.
fn in_charge(world: &World, documents: &mut Vec<Document>) {
    for topic in world.ids("Topic") {
        documents.push(Document {
            about: "contactFor".to_owned(),
            text: format!(
                "{{municipalities(first: 30){{nodes{{name contactFor(topic: {topic:?}){{id purpose channels{{value}} \
                 owner{{__typename}} topics{{name}} sources{{title}}}}}}}}}}"
            ),
        });
    }
}
