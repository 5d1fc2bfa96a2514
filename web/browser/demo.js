// A running demonstration: where it is, and who can sign in.

import { spawn } from "node:child_process";
import { createInterface } from "node:readline";

export async function demonstration() {
  const { VERBUND_BIN: program, ...env } = process.env;
  if (!program) throw new Error("VERBUND_BIN names no program; start this with ./dev browser");
  const child = spawn(program, ["demo", "--listen", "127.0.0.1:0"], { stdio: ["ignore", "pipe", "inherit"], env: { ...env, VERBUND_LOG: "warn" } });
  const lines = [];
  for await (const line of createInterface({ input: child.stdout })) {
    lines.push(line.split("\t"));
    if (line === "ready") break;
  }
  const first = (...words) => lines.find((line) => words.every((word, at) => line[at] === word));
  const [, , , email, password] = first("login", "EDITOR", "05914000");
  const url = first("url")[1];
  return {
    url,
    stop: () =>
      new Promise((ended) => {
        child.once("exit", ended);
        child.kill("SIGTERM");
      }),
    /** A token of an editor of Hagen. */
    token: async () => {
      const query = "mutation ($input: SignInInput!) { signIn(input: $input) { accessToken } }";
      const answer = await fetch(`${url}graphql`, {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify({ query, variables: { input: { email, password } } }),
      });
      return (await answer.json()).data.signIn.accessToken;
    },
  };
}
