// What changed between two schemas: by how much it can hurt, and where.
import { CriticalityLevel, diff } from "@graphql-inspector/core";
import { buildSchema } from "graphql";

const KINDS = {
  breaking: CriticalityLevel.Breaking,
  dangerous: CriticalityLevel.Dangerous,
  safe: CriticalityLevel.NonBreaking,
};

/** `{ breaking, dangerous, safe }`, each a list of `{ path, message }`. What only reads differently is no change. */
export async function changes(before, after) {
  const all = await diff(buildSchema(before), buildSchema(after));
  const changed = all.filter((change) => !/_DESCRIPTION_(ADDED|CHANGED|REMOVED)$/.test(change.type));
  const grouped = Object.entries(KINDS).map(([kind, level]) => [
    kind,
    changed.filter((change) => change.criticality.level === level).map(({ path, message }) => ({ path, message })),
  ]);
  return Object.fromEntries(grouped);
}

/** As Markdown, for the changelog. */
export function told(changes) {
  const titles = { breaking: "Breaking", dangerous: "Dangerous", safe: "Safe" };
  const lines = Object.entries(titles).flatMap(([kind, title]) =>
    changes[kind].length === 0 ? [] : [`### ${title}`, "", ...changes[kind].map(({ path, message }) => `- \`${path}\`: ${message}`), ""],
  );
  return lines.length === 0 ? "Nothing has changed.\n" : lines.join("\n");
}

/** Of the breaking changes, those whose path `changelog` does not name under `### Breaking` of what is unreleased. */
export function unannounced({ breaking }, changelog) {
  const unreleased = changelog.split(/^## /m).find((section) => section.startsWith("[Unreleased]")) ?? "";
  const announced = unreleased.split(/^### /m).find((section) => section.startsWith("Breaking")) ?? "";
  return breaking.filter(({ path }) => !announced.includes(`\`${path}\``));
}
