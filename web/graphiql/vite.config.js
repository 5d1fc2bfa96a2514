import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { defineConfig } from "vite";

// Names without hashes: a rebuild changes files, it does not rename them. One script: the server knows its address.
// Its fonts come as data: addresses, which the policy refuses, and are three quarters of the styles: the system's fonts do.
const withoutFonts = {
  name: "without-fonts",
  enforce: "pre",
  transform: (code, id) => (id.endsWith(".css") ? code.replace(/@font-face\s*\{[^}]*\}/g, "") : undefined),
};

// The terms under which what is in the script is passed on, each text once.
const licences = {
  name: "licences",
  generateBundle(_, bundle) {
    const packages = new Map();
    for (const id of Object.values(bundle).flatMap((part) => Object.keys(part.modules ?? {}))) {
      const found = /^\0?(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(id);
      if (found) packages.set(found[1], JSON.parse(readFileSync(join(found[1], "package.json"), "utf8")));
    }
    const texts = new Map();
    for (const [folder, { name, version, license }] of packages) {
      const file = existsSync(folder) && readdirSync(folder).find((file) => /^licen[cs]e/i.test(file));
      const text = file ? readFileSync(join(folder, file), "utf8").replace(/\r/g, "").trim() : `Licence: ${license}`;
      texts.set(text, [...(texts.get(text) ?? []), `${name} ${version} (${license})`]);
    }
    const parts = [...texts].map(([text, names]) => `${names.sort().join("\n")}\n\n${text}\n`).sort();
    this.emitFile({ type: "asset", fileName: "LICENSES.txt", source: parts.join(`\n${"-".repeat(80)}\n\n`) });
  },
};

export default defineConfig({
  plugins: [withoutFonts, licences],
  resolve: {
    alias: [{ find: /^(react-remove-scroll-bar|react-style-singleton)$/, replacement: resolve("src/no-inline-style.js") }],
  },
  base: "/graphiql/",
  publicDir: false,
  build: {
    outDir: "../dist/graphiql",
    emptyOutDir: true,
    target: "es2022",
    modulePreload: false,
    // Everything from 'self': no data: addresses, which the content security policy would refuse.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 2000,
    rollupOptions: {
      output: {
        inlineDynamicImports: true,
        entryFileNames: "graphiql.js",
        assetFileNames: "graphiql[extname]",
      },
    },
  },
});
