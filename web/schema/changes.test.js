import assert from "node:assert/strict";
import { test } from "node:test";
import { changes, told, unannounced } from "./changes.js";

const BEFORE = `
  type Query { meeting(slug: String!): Meeting }
  "A meeting."
  type Meeting { id: ID! title: String! status: Status! dialIn: String }
  enum Status { PLANNED HELD }
`;
const AFTER = `
  type Query { meeting(slug: String!): Meeting }
  "A meeting (Veranstaltung)."
  type Meeting { id: ID! title: String status: Status! summary: String }
  enum Status { PLANNED HELD CANCELLED }
`;
const paths = (list) => list.map(({ path }) => path).sort();

test("what was taken away breaks, a new value is dangerous, a new field is safe, another description is nothing", async () => {
  const found = await changes(BEFORE, AFTER);
  assert.deepEqual(paths(found.breaking), ["Meeting.dialIn", "Meeting.title"]);
  assert.deepEqual(paths(found.dangerous), ["Status.CANCELLED"]);
  assert.deepEqual(paths(found.safe), ["Meeting.summary"]);
});

test("the changes are told by how much they can hurt", async () => {
  const text = told(await changes(BEFORE, AFTER));
  assert.match(text, /### Breaking\n\n- `Meeting\.\w+`: .*\n- `Meeting\.\w+`: .*\n\n### Dangerous.*\n\n- `Status\.CANCELLED`: .*\n\n### Safe\n\n- `Meeting\.summary`/);
  assert.equal(told(await changes(BEFORE, BEFORE)), "Nothing has changed.\n");
});

test("what breaks is announced by its path, for the coming release and no other", async () => {
  const found = await changes(BEFORE, AFTER);
  const nothing = "## [Unreleased]\n\n### Added\n\n- `Meeting.dialIn`\n\n## [0.1.0]\n\n### Breaking\n\n- `Meeting.title`\n";
  assert.deepEqual(paths(unannounced(found, nothing)), ["Meeting.dialIn", "Meeting.title"]);
  const half = "## [Unreleased]\n\n### Breaking\n\n- `Meeting.dialIn` is gone.\n\n### Added\n\n- `Meeting.title`\n";
  assert.deepEqual(paths(unannounced(found, half)), ["Meeting.title"]);
  const both = "## [Unreleased]\n\n### Breaking\n\n- `Meeting.dialIn` is gone, `Meeting.title` may be null.\n";
  assert.deepEqual(unannounced(found, both), []);
});
