//! The gate: what a GraphQL request must pass before the library sees it. The same for every way in.

mod catalogue;
mod cost;
mod measure;
mod overlap;
mod roots;
mod scan;
mod values;

pub use catalogue::{Catalogue, Entry, List};
pub use measure::{Measure, Size, measure};

use super::{limits::Limits, refusal::Refusal};
use async_graphql::{
    Positioned, Request, Variables,
    parser::{
        Error, parse_query,
        types::{DocumentOperations, ExecutableDocument, OperationDefinition, OperationType},
    },
};

/// A GraphQL request as it was sent.
#[derive(Debug, Default)]
pub struct Asked {
    pub query: String,
    pub operation_name: Option<String>,
    pub variables: Variables,
}

/// A request that passed, with its document parsed.
pub struct Passed {
    pub request: Request,
    pub operation: OperationType,
    /// The name that the document gives to the operation.
    pub name: Option<String>,
    pub measure: Measure,
    /// In objects.
    pub cost: u64,
}

/// Lets a request pass or refuses it.
pub fn examine(asked: Asked, catalogue: &Catalogue, limits: &Limits) -> Result<Passed, Refusal> {
    scan::scan(&asked.query, limits)?;
    let document = parse_query(&asked.query).map_err(syntax)?;
    let measure = measure(&document)?;
    measure.check(limits)?;
    values::check(&document, &asked.variables, limits)?;
    overlap::check(&document, catalogue)?;
    roots::check(&document, limits)?;
    let (name, operation) = chosen(&document, asked.operation_name.as_deref())?;
    let kind = operation.node.ty;
    let cost = cost::cost(&document, &operation.node, &asked.variables, catalogue, limits)?;
    if cost > limits.cost {
        return Err(Refusal::limit("cost", limits.cost, cost));
    }
    let name = name.map(str::to_owned);
    let variables = with_defaults(&operation.node, asked.variables);
    let mut request = Request::new(asked.query).variables(variables);
    request.operation_name.clone_from(&name);
    request.set_parsed_query(document);
    Ok(Passed {
        request,
        operation: kind,
        name,
        measure,
        cost,
    })
}

/// The variables, and the defaults of those that are absent: `@skip` and `@include` of the library know no defaults.
fn with_defaults(operation: &OperationDefinition, mut variables: Variables) -> Variables {
    for definition in &operation.variable_definitions {
        if let Some(default) = &definition.node.default_value {
            let name = definition.node.name.node.clone();
            variables.entry(name).or_insert_with(|| default.node.clone());
        }
    }
    variables
}

/// The operation that is to run.
fn chosen<'a>(
    document: &'a ExecutableDocument,
    name: Option<&str>,
) -> Result<(Option<&'a str>, &'a Positioned<OperationDefinition>), Refusal> {
    let unknown = |name: &str| Refusal::document(format!("Unknown operation \"{name}\"."), Vec::new());
    match (&document.operations, name) {
        (DocumentOperations::Single(operation), None) => Ok((None, operation)),
        (DocumentOperations::Single(_), Some(name)) => Err(unknown(name)),
        (DocumentOperations::Multiple(all), Some(name)) => all
            .get_key_value(name)
            .map(|(name, o)| (Some(name.as_str()), o))
            .ok_or_else(|| unknown(name)),
        (DocumentOperations::Multiple(all), None) => {
            let mut all = all.iter();
            match (all.next(), all.next()) {
                (Some((name, operation)), None) => Ok((Some(name.as_str()), operation)),
                _ => Err(Refusal::document(
                    "Say which operation: `operationName` is missing.",
                    Vec::new(),
                )),
            }
        }
    }
}

/// The parser's error without its drawing of the text and the names of its grammar.
fn syntax(error: Error) -> Refusal {
    let at: Vec<_> = error.positions().collect();
    let message = match (&error, at.first()) {
        (Error::Syntax { .. }, Some(at)) => format!("Syntax error at line {}, column {}.", at.line, at.column),
        (Error::Syntax { .. }, None) => "Syntax error.".to_owned(),
        _ => error.to_string(),
    };
    Refusal::document(message, at)
}
