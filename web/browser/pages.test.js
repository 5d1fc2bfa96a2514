// The pages in Chromium: what they ask for, what the console says, and whether everybody can use them.

import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { after, before, test } from "node:test";
import { chromium } from "playwright-core";
import { demonstration } from "./demo.js";

const axe = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

let server, browser;

before(async () => {
  server = await demonstration();
  // Containers and CI run as root, where Chromium's sandbox does not start; only our own pages are opened.
  const args = process.getuid() === 0 ? ["--no-sandbox"] : [];
  browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args });
});

after(async () => {
  await browser?.close();
  assert.equal(await server?.stop(), 0);
});

/** A page, and everything that went wrong on it. */
async function open(path, options = {}) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  const wrong = [];
  page.on("console", (said) => ["error", "warning"].includes(said.type()) && wrong.push(`console: ${said.text()}`));
  page.on("pageerror", (error) => wrong.push(`error: ${error.message}`));
  page.on("request", (request) => {
    const foreign = !request.url().startsWith(server.url) && !request.url().startsWith("data:");
    if (foreign) wrong.push(`foreign request: ${request.url()}`);
  });
  page.on("requestfailed", (request) => wrong.push(`failed: ${request.url()}`));
  await page.goto(new URL(path, server.url).href, { waitUntil: "networkidle" });
  return { page, wrong, close: () => context.close() };
}

/** What axe finds by WCAG 2.2 A and AA, in a word each. It looks from outside of the page, whose policy would refuse it. */
async function violations(path, options) {
  const { page, close } = await open(path, { ...options, bypassCSP: true });
  await page.addScriptTag({ path: axe });
  const found = await page.evaluate(async () => {
    const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
    const { violations } = await globalThis.axe.run(document, { runOnly: tags });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(" ")).join(", ")}`);
  });
  await close();
  return found;
}

test("the start page asks for nothing from elsewhere and shows the answer to its query", async () => {
  const { page, wrong, close } = await open("/");
  await page.getByText('"edtf": "2023"').waitFor();
  await page.getByRole("link", { name: "Wer darf was?" }).click();
  await page.getByText("PROJECT_START").waitFor();
  assert.deepEqual(wrong, []);
  await close();
});

test("the start page can be used by everybody, light and dark, wide and narrow", async () => {
  for (const colorScheme of ["light", "dark"]) {
    for (const width of [1280, 360]) {
      const options = { colorScheme, viewport: { width, height: 800 } };
      assert.deepEqual(await violations("/", options), [], `${colorScheme}, ${width} pixels`);
    }
  }
});

test("GraphiQL answers a query of a signed-in editor, all by itself", async () => {
  const token = await server.token();
  const { page, wrong, close } = await open("/graphql");
  const write = async (editor, text) => {
    await editor.click();
    await page.keyboard.press("Control+A");
    await page.keyboard.insertText(text);
  };
  await write(page.locator(".graphiql-query-editor .CodeMirror"), "{ viewer { grants { role municipality { name } } } }");
  await write(page.locator(".graphiql-editor-tool .CodeMirror:visible"), JSON.stringify({ Authorization: `Bearer ${token}` }));
  await page.getByRole("button", { name: "Execute query (Ctrl-Enter)" }).click();
  const answer = page.locator(".result-window");
  await answer.getByText('"EDITOR"').waitFor();
  await answer.getByText('"Hagen"').waitFor();
  assert.deepEqual(wrong, []);
  await close();
});

test("GraphiQL knows the schema and explains it", async () => {
  const { page, wrong, close } = await open("/graphql");
  await page.getByRole("button", { name: "Show Documentation Explorer" }).click();
  await page.getByRole("link", { name: "Query", exact: true }).first().click();
  await page.getByText("All municipalities (Kommunen)").first().waitFor();
  assert.deepEqual(wrong, []);
  await close();
});

test("GraphiQL's menus open without a word of the content security policy", async () => {
  const { page, wrong, close } = await open("/graphql");
  await page.getByRole("button", { name: "Open settings dialog" }).click();
  await page.getByRole("dialog").getByText("Clear storage").waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Open short keys dialog" }).click();
  await page.getByRole("heading", { name: "Short Keys" }).waitFor();
  assert.deepEqual(wrong, []);
  await close();
});

test("a token that was typed into GraphiQL is kept nowhere", async () => {
  const { page, close } = await open("/graphql");
  await page.locator(".graphiql-editor-tool .CodeMirror:visible").click();
  await page.keyboard.insertText('{"Authorization": "Bearer not-to-be-kept"}');
  await page.reload({ waitUntil: "networkidle" });
  const kept = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]));
  assert.ok(!kept.includes("not-to-be-kept"), kept);
  await close();
});
