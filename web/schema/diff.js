// node diff.js OLD NEW [CHANGELOG]: prints what changed; with a changelog, fails for what breaks without being announced there.
import { readFileSync } from "node:fs";
import { changes, told, unannounced } from "./changes.js";

const [before, after, changelog] = process.argv.slice(2).map((file) => readFileSync(file, "utf8"));
const found = await changes(before, after);
if (changelog === undefined) {
  process.stdout.write(told(found));
} else {
  for (const { path, message } of unannounced(found, changelog)) {
    console.error(`\`${path}\`: ${message}. This breaks clients: name it in CHANGELOG.md, under [Unreleased], ### Breaking.`);
    process.exitCode = 1;
  }
}
