//! Documents that look small, or look like something else.

use super::{ask, cost, limited, limited_with, passes};
use serde_json::json;
use verbund_api::http::Code;

/// Why a document is refused.
fn refused(query: &str) -> String {
    match ask(query, json!({})) {
        Ok(_) => panic!("passes: {query}"),
        Err(refusal) => {
            assert_eq!(refusal.code, Code::BadRequest, "{query}: {}", refusal.message);
            refusal.message
        }
    }
}

#[test]
fn a_block_string_that_does_not_end_hides_nothing_that_follows_it() {
    let brackets = format!(
        "{{city(a:[\"\"\"x\"],b:{}{}){{id}}}}",
        "[".repeat(2000),
        "]".repeat(2000)
    );
    assert_eq!(limited(&brackets), "nesting");
    let tokens = format!("{{city(a:[\"\"\"x\"],b:[{}]){{id}}}}", "0 ".repeat(5000));
    assert_eq!(limited(&tokens), "tokens");
    passes("{city(a:\"\"\"a \\\"\"\" { [ ( b\"\"\"){id}}");
}

#[test]
fn an_unknown_fragment_is_refused_before_what_leads_to_it_is_expanded() {
    let mut bomb = String::from("{...F0}");
    for n in 0..30 {
        bomb += &format!("fragment F{n} on Query{{...F{m} ...F{m}}}", m = n + 1);
    }
    assert_eq!(refused(&bomb), "Unknown fragment \"F30\".");
    assert_eq!(
        refused("{city{id}} fragment A on City{...Nowhere}"),
        "Unknown fragment \"Nowhere\"."
    );
}

#[test]
fn a_variable_counts_as_often_as_it_is_used() {
    let zeros = json!({ "v": vec![0; 10_000] });
    let using = |times: usize| format!("query($v:[Int]){{nodes(ids:[{}]){{id}}}}", "$v ".repeat(times));
    assert_eq!(limited_with(&using(7), zeros.clone()), "valueBytes");
    assert_eq!(
        limited_with(
            &format!("{} fragment A on City{{id @include(if:$v)}}", using(4)),
            json!({ "v": "x".repeat(300_000) })
        ),
        "valueBytes"
    );
    // Through fragments, and by its default.
    let many = "...A ".repeat(100);
    let text = format!(
        "query($v:[Int]=[{}]){{city{{{many}}}}} fragment A on City{{twins(first:$v){{totalCount}}}}",
        "0 ".repeat(1000)
    );
    assert_eq!(limited(&text), "valueBytes");
    assert!(ask(&using(1), json!({ "v": ["a", "b"] })).is_ok());
}

#[test]
fn a_response_key_stands_for_one_field_with_the_same_arguments() {
    for text in [
        "{a:city{id} a:place{id}}",
        "{a:city{id} ...on Query{a:place{id}}}",
        "{city{twins(first:1){nodes{id}} ...A}} fragment A on City{twins(first:2){nodes{id}}}",
        "{city{x:id} ...on Query{city{x:name}}}",
        "{cities{nodes{x:id} nodes{x:name}}}",
        "{cities{nodes{mayor{x:id}} nodes{...on City{mayor{x:name}}}}}",
        "{spot{...on Node{x:id} ...on Village{x:size}}}",
        "mutation{a:rename(name:\"A\"){city{id}} ...on Mutation{a:rename(name:\"B\"){city{id}}}}",
        "mutation{a:signIn(input:\"A\"){city{id}} ...on Mutation{a:rename{city{id}}}}",
    ] {
        assert!(refused(text).contains("alias"), "{text}");
    }
    for text in [
        "{city{id} ...on Query{city{name id}}}",
        "{city{twins(first:1,last:2){nodes{id}} twins(last:2,first:1){totalCount}}}",
        "{spot{...on City{x:name} ...on Village{x:size}}}",
        "{spot{...on City{x:mayor{y:id}} ...on Village{x:mayor{y:name}}}}",
        "query($n:Int){city{twins(first:$n){nodes{id}} ...on City{twins(first:$n){totalCount}}}}",
    ] {
        passes(text);
    }
}

#[test]
fn asking_the_schema_again_and_again_has_an_end() {
    let again = |part: &str, times: usize| format!("{{__schema{{types{{{}}}}}}}", part.repeat(times));
    passes(&again("name fields{name args{name}}", 1));
    assert_eq!(limited(&again("fields{args{name}}", 100)), "introspectionParts");
    assert_eq!(
        limited(&format!("{{{}}}", "__schema{types{fields{args{name}}}} ".repeat(100))),
        "introspectionParts"
    );
}

#[test]
fn an_empty_page_costs_what_it_takes_to_find_it() {
    assert_eq!(
        cost("{cities(first:0){nodes{name}}}"),
        cost("{cities(first:1){nodes{name}}}")
    );
    let deep = format!(
        "{{cities(first:0){{nodes{}{}}}}}",
        "{twins(first:100){nodes".repeat(3) + "{id}",
        "}}".repeat(3)
    );
    assert_eq!(limited(&deep), "cost");
}
