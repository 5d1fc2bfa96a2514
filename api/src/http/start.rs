//! The text of the start page.

/// What the demonstration is asked first: the answer is a date of which only the year is known.
const QUERY_OF_THE_DEMO: &str = "{
  municipality(ags: \"05914000\") {
    name
    memberships {
      nodes {
        memberSince {
          edtf
          precision
        }
      }
    }
  }
}";

/// What has an answer in every register.
const QUERY: &str = "{
  networks {
    nodes {
      name
      memberships { totalCount }
    }
  }
}";

const NOTICE: &str = "<p class=\"notice\"><strong>Vorführung.</strong> Personen und Kontaktdaten sind erfunden. \
    Erfunden sind auch Projekte, kommende Termine und ein zweites Netzwerk. <span lang=\"en\">Demonstration: people and \
    contact data are invented, and so are projects, meetings to come and a second network.</span></p>";

const GRAPHIQL: &str = "<a href=\"/graphql\">GraphiQL</a>";

/// The start page's text, with the way to GraphiQL and the notice of invented data where they apply.
pub fn text(demo: bool, graphiql: bool) -> String {
    let page = include_str!("../../web/start.html").replace("<!-- graphiql -->", if graphiql { GRAPHIQL } else { "" });
    if !demo {
        return page.replace("<!-- query -->", QUERY);
    }
    page.replace("<!-- robots -->", "<meta name=\"robots\" content=\"noindex\">")
        .replace("<!-- notice -->", NOTICE)
        .replace("<!-- query -->", QUERY_OF_THE_DEMO)
}
