//! The arguments of a field, made up.

use super::Generator;
use crate::oracle::json::Json;
use crate::oracle::schema::{Field, snake};

impl Generator<'_> {
    /// The arguments as text, and how many rows they let through.
    pub(super) fn arguments(&mut self, field: &Field) -> (String, usize) {
        if field.of.ends_with("Connection") && !field.arguments.is_empty() {
            return self.page(field);
        }
        let many = if field.list { 10 } else { 1 };
        match (field.name.as_str(), field.arguments.first().map(String::as_str)) {
            (_, Some("language")) => {
                let text = *self.random.one_of(&["", "(language: \"en\")", "(language: $language)"]);
                (text.to_owned(), many)
            }
            ("contactFor", _) => {
                let topics: Vec<&(String, String)> = self.ids.iter().filter(|(ty, _)| ty == "Topic").collect();
                (format!("(topic: \"{}\")", self.random.one_of(&topics).1), 1)
            }
            ("node", Some("id")) => (format!("(id: \"{}\")", self.random.one_of(&self.ids).1), 1),
            ("nodes", Some("ids")) if self.random.once_in(2) => ("(ids: $ids)".to_owned(), 3),
            ("nodes", Some("ids")) => {
                let ids: Vec<String> = (0..3)
                    .map(|_| format!("\"{}\"", self.random.one_of(&self.ids).1))
                    .collect();
                (format!("(ids: [{}])", ids.join(", ")), 3)
            }
            (_, Some(_)) => {
                let name = self.random.one_of(&field.arguments).clone();
                let rows = self.oracle.rows.of(&snake(&field.of));
                let known: Vec<&str> = rows.iter().filter_map(|row| row[&snake(&name)].text()).collect();
                (
                    format!("({name}: {})", Json::Text((*self.random.one_of(&known)).to_owned())),
                    1,
                )
            }
            _ => (String::new(), many),
        }
    }

    fn page(&mut self, field: &Field) -> (String, usize) {
        let mut parts = Vec::new();
        let size = *self.random.one_of(&[
            "",
            "first: 1",
            "first: 2",
            "first: 4",
            "last: 1",
            "last: 3",
            "first: 0",
            "first: $small",
            "last: $small",
            "first: $absent",
            "first: null",
        ]);
        parts.extend((!size.is_empty()).then(|| size.to_owned()));
        let rows = match size.bytes().last() {
            Some(digit @ b'0'..=b'9') => usize::from(digit - b'0'),
            Some(b'l') if size.contains("$small") => 3,
            _ => 20,
        };
        let of = field.of.trim_end_matches("Connection");
        let orders = self.oracle.schema.values(&format!("{of}OrderField"));
        if self.random.once_in(2) && !orders.is_empty() {
            let order = self.random.one_of(orders).clone();
            let direction =
                *self
                    .random
                    .one_of(&["", ", direction: DESC", ", direction: ASC", ", direction: $direction"]);
            let order = format!("{{field: {order}{direction}}}");
            parts.push(if self.random.once_in(2) {
                format!("orderBy: [{order}]")
            } else {
                format!("orderBy: {order}")
            });
        }
        let rows_of = self.oracle.rows.of(&snake(of));
        if self.random.once_in(4) && !rows_of.is_empty() {
            let since = self.random.one_of(rows_of)["updated_at"].text().expect("a time");
            parts.push(format!("updatedSince: \"{since}\""));
        }
        let text = if parts.is_empty() {
            String::new()
        } else {
            format!("({})", parts.join(", "))
        };
        (text, rows)
    }
}
