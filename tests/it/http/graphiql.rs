//! GraphiQL for browsers: all of it from this server, under a policy of its own, and only where it is switched on.

use super::{Answer, get, send, with};
use actix_web::http::StatusCode;
use std::sync::Arc;
use verbund_api::http::Settings;

const FILES: [&str; 2] = ["/graphiql/graphiql.js", "/graphiql/graphiql.css"];

async fn switched_on(path: &str, header: (&'static str, &str)) -> Answer {
    let settings = Settings {
        graphiql: true,
        ..Settings::default()
    };
    with(settings, Arc::default(), get(path).insert_header(header)).await
}

#[actix_web::test]
async fn a_browser_gets_graphiql_and_everybody_else_the_api() {
    let page = switched_on("/graphql", ("accept", "text/html,application/xhtml+xml,*/*;q=0.8")).await;
    assert_eq!(
        (page.status, page.header("content-type")),
        (StatusCode::OK, "text/html; charset=utf-8")
    );
    assert_eq!(page.header("vary"), "Accept");
    let program = switched_on("/graphql", ("accept", "*/*")).await;
    assert_eq!(
        (program.status, program.code().as_str()),
        (StatusCode::BAD_REQUEST, "BAD_REQUEST")
    );
    let link = switched_on("/graphql?query=%7Bhello%7D", ("accept", "text/html,*/*;q=0.8")).await;
    assert_eq!(
        link.text, r#"{"data":{"hello":"hello"}}"#,
        "the links of the start page"
    );
}

#[actix_web::test]
async fn the_page_names_files_of_this_server_only_and_has_nothing_inline() {
    let page = switched_on("/graphql", ("accept", "text/html")).await;
    let policy = page.header("content-security-policy");
    assert!(
        policy.starts_with("default-src 'none'; script-src 'self'; style-src 'self';"),
        "{policy}"
    );
    assert!(!policy.contains("unsafe") && !policy.contains("http"), "{policy}");
    assert!(
        !page.text.contains("<style") && !page.text.contains("://"),
        "{}",
        page.text
    );
    let named = page.text.split("=\"").filter_map(|rest| rest.split('"').next());
    let named: Vec<_> = named.filter(|value| value.starts_with("/graphiql/")).collect();
    assert_eq!(named, FILES);
    for (path, kind) in FILES
        .into_iter()
        .zip(["text/javascript; charset=utf-8", "text/css; charset=utf-8"])
    {
        let file = switched_on(path, ("accept", "*/*")).await;
        assert_eq!((file.status, file.header("content-type")), (StatusCode::OK, kind));
        let again = switched_on(path, ("if-none-match", file.header("etag"))).await;
        assert_eq!((again.status, again.text.as_str()), (StatusCode::NOT_MODIFIED, ""));
    }
    assert!(
        !switched_on(FILES[1], ("accept", "*/*"))
            .await
            .text
            .contains("@font-face")
    );
}

#[actix_web::test]
async fn where_it_is_switched_off_there_is_nothing_of_it() {
    let page = send(get("/graphql").insert_header(("accept", "text/html"))).await;
    assert_eq!((page.status, page.header("location")), (StatusCode::SEE_OTHER, "/"));
    for path in FILES {
        assert_eq!(send(get(path)).await.status, StatusCode::NOT_FOUND, "{path}");
    }
    assert!(!send(get("/")).await.text.contains("GraphiQL"));
    assert!(
        switched_on("/", ("accept", "text/html"))
            .await
            .text
            .contains(r#"<a href="/graphql">GraphiQL</a>"#)
    );
}
