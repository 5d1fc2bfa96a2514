import { GraphiQL } from "graphiql";
import { createElement } from "react";
import { createRoot } from "react-dom/client";
import "graphiql/style.css";
import "./page.css";

const FIRST_QUERY = `# Verbund: ask with Ctrl+Enter, complete with Ctrl+Space. What there is stands in the documentation, at the left.
#
# To write, or to see more: run signIn, and put the token into "Headers" below:
#   {"Authorization": "Bearer TOKEN"}

{
  networks {
    nodes {
      name
      memberships {
        totalCount
      }
    }
  }
}
`;

/** Sends a document. There are no subscriptions, for which GraphiQL's own fetcher brings a client along. */
async function fetcher(params, { headers } = {}) {
  const response = await fetch("/graphql", {
    method: "POST",
    headers: { "Content-Type": "application/json", Accept: "application/graphql-response+json", ...headers },
    body: JSON.stringify(params),
  });
  return response.json();
}

createRoot(document.getElementById("graphiql")).render(
  createElement(GraphiQL, {
    fetcher,
    defaultQuery: FIRST_QUERY,
    // A token belongs into no storage of the browser.
    shouldPersistHeaders: false,
    defaultEditorToolsVisibility: "headers",
  }),
);
