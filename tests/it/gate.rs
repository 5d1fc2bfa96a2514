//! What the request gate lets pass and what it refuses.

mod hostile;

use async_graphql::{Variables, parser::parse_query};
use serde_json::{Value, json};
use verbund_api::http::{
    Code, Limits, Refusal,
    gate::{Asked, Catalogue, Passed, examine, measure},
};

const SCHEMA: &str = r#"
interface Node { id: ID! }
interface Place { twins(first: Int, last: Int): CityConnection! }
type City implements Place & Node { id: ID! name: String twins(first: Int, last: Int): CityConnection! tags: [Tag!]! mayor: City }
type Village implements Node { id: ID! name: String size: Int mayor: City }
union Spot = City | Village
type Tag { label: String! city: City }
type CityConnection { nodes: [City!]! edges: [CityEdge!]! pageInfo: PageInfo! totalCount: Int! }
type CityEdge { cursor: String! node: City! }
type PageInfo { hasNextPage: Boolean! }
type Query { city: City place: Place spot: Spot cities(first: Int, last: Int): CityConnection nodes(ids: [ID!]!): [Node]! }
type Payload { city: City }
type Mutation { signIn(input: String!): Payload rename(name: String): Payload }
"#;

fn ask(query: &str, variables: Value) -> Result<Passed, Refusal> {
    let catalogue = Catalogue::of(SCHEMA).unwrap();
    let asked = Asked {
        query: query.into(),
        operation_name: None,
        variables: Variables::from_json(variables),
    };
    examine(asked, &catalogue, &Limits::default())
}

fn passes(query: &str) -> Passed {
    match ask(query, json!({})) {
        Ok(passed) => passed,
        Err(refusal) => panic!("{query} is refused: {}", refusal.message),
    }
}

/// The name of the limit that refuses `query`.
fn limited(query: &str) -> String {
    limited_with(query, json!({}))
}

fn limited_with(query: &str, variables: Value) -> String {
    match ask(query, variables) {
        Ok(passed) => panic!("passes at a cost of {}", passed.cost),
        Err(refusal) => {
            assert_eq!(refusal.code, Code::LimitExceeded, "{}", refusal.message);
            refusal
                .details
                .iter()
                .find(|(name, _)| *name == "limit")
                .unwrap()
                .1
                .to_string()
                .replace('"', "")
        }
    }
}

fn cost(query: &str) -> u64 {
    passes(query).cost
}

/// A chain of fragments that each spread the next one twice: 2^n fields in 30 n bytes.
fn bomb(links: usize) -> String {
    let mut text = String::from("{...F0}");
    for n in 0..links {
        text += &format!("fragment F{n} on Query{{...F{m} ...F{m}}}", m = n + 1);
    }
    text + &format!("fragment F{links} on Query{{__typename}}")
}

#[test]
fn a_fragment_bomb_is_measured_without_being_expanded() {
    let text = bomb(20);
    assert!(text.len() < 900);
    let size = measure(&parse_query(&text).unwrap()).unwrap();
    assert_eq!(size.data.fields, 1 << 20);
    assert!(size.visited <= 2 * 20 + 2, "{} selections visited", size.visited);
    assert_eq!(limited(&text), "fields");
}

#[test]
fn a_bomb_of_any_length_is_refused_and_its_size_saturates() {
    let size = measure(&parse_query(bomb(200)).unwrap()).unwrap();
    assert_eq!(size.data.fields, u64::MAX);
    assert!(size.visited <= 402);
}

#[test]
fn fragments_that_contain_themselves_are_refused() {
    for text in [
        "{...A} fragment A on Query{...A}",
        "{city{id}} fragment A on City{mayor{...B}} fragment B on City{...A}",
    ] {
        let refusal = ask(text, json!({})).err().unwrap();
        assert_eq!(refusal.code, Code::BadRequest);
        assert!(refusal.message.contains("contains itself"), "{}", refusal.message);
    }
}

#[test]
fn tokens_are_counted_before_parsing_and_strings_and_comments_count_little() {
    passes(&format!("{{{}}}", "__typename,".repeat(3_998)));
    assert_eq!(limited(&format!("{{{}}}", "__typename ".repeat(3_999))), "tokens");
    passes(&format!("{{__typename}}#{}", "a b c ".repeat(5_000)));
    passes(&format!(
        "{{rename(name:\"\"\"{}\"\"\")}}",
        "a { \\\"\"\" ".repeat(5_000)
    ));
    passes(&format!("{{rename(name:\"{}\")}}", "{ \\\" ".repeat(5_000)));
    assert_eq!(limited(&"{".repeat(100_000)), "nesting");
    assert_eq!(limited(&format!("{{rename(name:{}", "[".repeat(100_000))), "nesting");
    assert_eq!(limited(&"\u{1F600}".repeat(1_500)), "tokens");
}

#[test]
fn depth_is_counted_through_fragments() {
    let nested = |levels: usize| format!("{{city{}{{id}}{}}}", "{mayor".repeat(levels), "}".repeat(levels));
    passes(&nested(10)); // city, ten mayors, id
    assert_eq!(limited(&nested(11)), "depth");
    let split = |levels: usize| {
        format!(
            "{{city{{...A}}}} fragment A on City{}{{...on City{{id}}}}{}",
            "{mayor".repeat(levels),
            "}".repeat(levels)
        )
    };
    passes(&split(10));
    assert_eq!(limited(&split(11)), "depth");
}

#[test]
fn aliases_are_counted_through_fragments() {
    let aliases = |n: usize| (0..n).map(|i| format!("a{i}:name ")).collect::<String>();
    passes(&format!("{{city{{{}}}}}", aliases(30)));
    assert_eq!(limited(&format!("{{city{{{}}}}}", aliases(31))), "aliases");
    let twice = |n| format!("{{city{{...A mayor{{...A}}}}}} fragment A on City{{{}}}", aliases(n));
    passes(&twice(15));
    assert_eq!(limited(&twice(16)), "aliases");
}

#[test]
fn directives_are_counted_wherever_they_stand() {
    for place in [
        "query @d {city{id}}",
        "query($a:Int @d){city{id}}",
        "{city @d {id}}",
        "{... @d {city{id}}}",
        "{...A @d} fragment A on Query{city{id}}",
        "{...A} fragment A on Query @d {city{id}}",
    ] {
        passes(&place.replace("@d", &"@d ".repeat(50)));
        assert_eq!(
            limited(&place.replace("@d", &"@d ".repeat(51))),
            "directives",
            "{place}"
        );
    }
}

#[test]
fn root_fields_are_counted_by_response_key_and_five_make_a_mutation() {
    let keys = |field: &str, n: usize| (0..n).map(|i| format!("a{i}:{field} ")).collect::<String>();
    passes(&format!("{{{}}}", keys("__typename", 15)));
    assert_eq!(limited(&format!("{{{}}}", keys("__typename", 16))), "rootFields");
    assert_eq!(
        limited(&format!("{{...A}} fragment A on Query{{{}}}", keys("__typename", 16))),
        "rootFields"
    );
    passes(&format!("mutation{{{}}}", keys("rename{city{id}}", 5)));
    assert_eq!(
        limited(&format!("mutation{{{}}}", keys("rename{city{id}}", 6))),
        "mutationRootFields"
    );
    passes(&format!("mutation{{{}}}", "rename{city{id}} ".repeat(9)));
}

#[test]
fn one_document_signs_in_once() {
    passes("mutation{signIn(input:\"a\"){city{id}}}");
    assert_eq!(
        limited("mutation{a:signIn(input:\"a\"){city{id}} b:signIn(input:\"b\"){city{id}}}"),
        "signIns"
    );
    assert_eq!(
        limited(
            "mutation{...on Mutation{signIn(input:\"a\"){city{id}}} ...B} fragment B on Mutation{b:signIn(input:\"b\"){city{id}}}"
        ),
        "signIns"
    );
}

#[test]
fn every_list_is_multiplied_by_its_page() {
    assert_eq!(cost("{city{name}}"), 1);
    assert_eq!(cost("{cities{nodes{name}}}"), 21);
    assert_eq!(cost("{cities(first:7){nodes{name}}}"), 8);
    assert_eq!(
        cost("{cities(last:7){edges{cursor node{name}} pageInfo{hasNextPage} totalCount}}"),
        10
    );
    assert_eq!(
        cost("{cities(first:10){nodes{twins(first:5){nodes{id}}}}}"),
        1 + 10 * (1 + 1 + 5)
    );
    assert_eq!(cost("{city{tags{label}}}"), 11);
    assert_eq!(cost("{nodes(ids:[\"a\",\"b\",\"c\"]){id}}"), 3);
    assert_eq!(cost("{a:cities{nodes{id}} b:cities{nodes{id}}}"), 42);
}

#[test]
fn a_list_costs_the_same_through_an_interface_and_a_fragment() {
    let direct = cost("{city{twins(first:9){nodes{id}}}}");
    assert_eq!(cost("{place{twins(first:9){nodes{id}}}}"), direct);
    assert_eq!(cost("{place{...on City{twins(first:9){nodes{id}}}}}"), direct);
    assert_eq!(
        cost("{place{...A}} fragment A on City{...{twins(first:9){...B}}} fragment B on CityConnection{nodes{id}}"),
        direct
    );
}

#[test]
fn ten_thousand_objects_are_the_most() {
    // 1 + 99 * (1 + 1 + 99) = 10,000
    passes("{cities(first:99){nodes{twins(first:99){nodes{id}}}}}");
    assert_eq!(
        limited("{cities(first:99){nodes{twins(first:100){nodes{id}}}}}"),
        "cost"
    );
    assert_eq!(
        limited("{cities(first:100){edges{node{twins(first:100){edges{node{id}}}}}}}"),
        "cost"
    );
}

#[test]
fn the_page_of_a_variable_is_its_value_its_default_or_the_most() {
    let query = "query($n:Int){cities(first:$n){nodes{id}}}";
    assert_eq!(ask(query, json!({"n": 3})).ok().unwrap().cost, 4);
    assert_eq!(ask(query, json!({})).ok().unwrap().cost, 101);
    assert_eq!(ask(query, json!({"n": null})).ok().unwrap().cost, 101);
    let defaulted = "query($n:Int=5){cities(first:$n){nodes{id}}}";
    assert_eq!(ask(defaulted, json!({})).ok().unwrap().cost, 6);
    assert_eq!(limited_with(query, json!({"n": 101})), "page");
    assert_eq!(limited("{cities(first:101){nodes{id}}}"), "page");
    passes("{cities(first:100){nodes{id}}}");
}

#[test]
fn the_introspection_query_of_graphql_js_passes() {
    let of_type = |levels: usize| format!("{}{}", "ofType{kind name ".repeat(levels), "}".repeat(levels));
    for levels in [7, 9] {
        passes(&format!(
            "query IntrospectionQuery {{ __schema {{ description queryType {{ name kind }} mutationType {{ name kind }} \
             subscriptionType {{ name kind }} types {{ ...FullType }} directives {{ name description isRepeatable locations \
             args(includeDeprecated: true) {{ ...InputValue }} }} }} }} \
             fragment FullType on __Type {{ kind name description specifiedByURL isOneOf \
             fields(includeDeprecated: true) {{ name description args(includeDeprecated: true) {{ ...InputValue }} \
             type {{ ...TypeRef }} isDeprecated deprecationReason }} \
             inputFields(includeDeprecated: true) {{ ...InputValue }} interfaces {{ ...TypeRef }} \
             enumValues(includeDeprecated: true) {{ name description isDeprecated deprecationReason }} \
             possibleTypes {{ ...TypeRef }} }} \
             fragment InputValue on __InputValue {{ name description type {{ ...TypeRef }} defaultValue isDeprecated deprecationReason }} \
             fragment TypeRef on __Type {{ kind name {} }}",
            of_type(levels)
        ));
    }
}

#[test]
fn circular_introspection_is_refused() {
    let circle = |times: usize| {
        format!(
            "{{__schema{{types{}{{name}}{}}}}}",
            "{fields{type".repeat(times),
            "}}".repeat(times)
        )
    };
    passes(&circle(1));
    assert_eq!(limited(&circle(2)), "introspectionLists");
    assert_eq!(
        limited("{__type(name:\"Query\"){...A}} fragment A on __Type{possibleTypes{interfaces{possibleTypes{name}}}}"),
        "introspectionLists"
    );
}

#[test]
fn syntax_errors_tell_the_place_and_nothing_of_the_grammar() {
    for text in [
        "{city",
        "",
        "{city(}",
        "query ($a) {b}",
        "\u{0}",
        "{a} {b}",
        "fragment A on City{id}",
    ] {
        let refusal = ask(text, json!({})).err().unwrap();
        assert_eq!(refusal.code, Code::BadRequest);
        assert!(
            !refusal.message.contains("-->") && !refusal.message.contains("expected"),
            "{}",
            refusal.message
        );
        assert!(!refusal.message.contains('\n'));
    }
    let refusal = ask("{\n  city(}\n", json!({})).err().unwrap();
    assert_eq!((refusal.at[0].line, refusal.at[0].column), (2, 8));
}
