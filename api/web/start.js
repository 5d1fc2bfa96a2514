"use strict";

const form = document.getElementById("form");
const query = document.getElementById("query");
const answer = document.getElementById("answer");
const state = document.getElementById("state");
const samples = document.getElementById("samples");
const button = form.querySelector("button");

/** Sends the query and shows what comes back. */
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
    const text = await response.text();
    answer.textContent = pretty(text);
    const time = Math.round(performance.now() - started);
    state.textContent = `${response.ok ? "Beantwortet" : "Abgelehnt"} (HTTP ${response.status}) in ${time} ms.`;
  } catch {
    state.textContent = "Der Dienst ist nicht erreichbar.";
  } finally {
    button.disabled = false;
  }
}

function pretty(text) {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
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

samples.addEventListener("click", (event) => {
  const link = event.target.closest("a");
  if (!link) return;
  event.preventDefault();
  query.value = new URL(link.href).searchParams.get("query");
  samples.querySelectorAll("a").forEach((one) => one.removeAttribute("aria-current"));
  link.setAttribute("aria-current", "true");
  run();
});

run();
