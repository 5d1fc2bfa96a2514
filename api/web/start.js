"use strict";

const form = document.getElementById("form");
const query = document.getElementById("query");
const answer = document.getElementById("answer");
const state = document.getElementById("state");
const button = form.querySelector("button");

async function run() {
  button.disabled = true;
  state.textContent = "Wird ausgeführt …";
  const started = performance.now();
  try {
    const response = await fetch("/graphql", {
      method: "POST",
      headers: { "Content-Type": "application/json", Accept: "application/graphql-response+json" },
      body: JSON.stringify({ query: query.value }),
    });
    answer.textContent = JSON.stringify(await response.json(), null, 2);
    const time = Math.round(performance.now() - started);
    state.textContent = `${response.ok ? "Beantwortet" : "Abgelehnt"} (HTTP ${response.status}) in ${time} ms.`;
  } catch (error) {
    state.textContent = "Der Dienst ist nicht erreichbar.";
  } finally {
    button.disabled = false;
  }
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  run();
});

query.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    run();
  }
});
