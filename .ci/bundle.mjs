// Makes widgets/bundles from the parts: one module for each script with a default export, one sheet for each style sheet.
// To these come the scripts of the site's own frame.
// With --check it writes nothing, and names what is out of step.

import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { build } from "esbuild";

const SOURCES = ["widgets/browser", "widgets/explorers", "widgets/sarcomere"];
// The templates in widgets/site name these, and pyproject.toml puts them where the templates find them.
const SITE_SCRIPTS = ["leaving", "no_formulas", "page_start", "settings"].map((name) => `widgets/site/${name}.ts`);
// A module would run too late for what has to be there before the page is.
const EARLY_SCRIPTS = ["widgets/site/theme.ts"];
const BUNDLES = "widgets/bundles";
const DEFAULT_EXPORT = /^export default /mu;
const NOT_OURS = "plotly-"; // comes ready made, with its licence beside it

async function isEntry(path) {
  if (path.endsWith(".css")) return !basename(path).startsWith("_");
  return path.endsWith(".ts") && DEFAULT_EXPORT.test(await readFile(path, "utf8"));
}

async function entryPoints() {
  const folders = await Promise.all(SOURCES.map((folder) => readdir(folder, { recursive: true, withFileTypes: true })));
  const paths = folders.flat().map((entry) => join(entry.parentPath, entry.name));
  const areEntries = await Promise.all(paths.map(isEntry));
  return [...SITE_SCRIPTS, ...paths.filter((_, i) => areEntries[i])].sort((one, other) =>
    one.localeCompare(other, "en"),
  );
}

// biome-ignore lint/style/useUnicodeRegex: esbuild takes no flags
const COLOURS_FILE = /colours\.json$/;
// A style sheet takes the colours as custom properties, each made of its light and its dark value.
const COLOURS = {
  name: "colours",
  setup({ onLoad, onResolve }) {
    onResolve({ filter: COLOURS_FILE }, ({ kind, path, resolveDir }) =>
      kind === "import-rule" ? { path: join(resolveDir, path), namespace: "colours" } : null,
    );
    onLoad({ filter: COLOURS_FILE, namespace: "colours" }, async ({ path }) => {
      const colours = Object.entries(JSON.parse(await readFile(path, "utf8")));
      const lines = colours.map(([name, of]) => `--${name}: var(--by-day, ${of.light}) var(--by-night, ${of.dark});`);
      return { contents: `:where(body) {${lines.join("\n")}}`, loader: "css" };
    });
  },
};

const OPTIONS = {
  entryNames: "[name]",
  outdir: BUNDLES,
  bundle: true,
  charset: "utf8",
  legalComments: "none",
  minify: true,
  plugins: [COLOURS],
  target: "es2022",
  write: false,
};
const bundles = await Promise.all([
  build({ ...OPTIONS, entryPoints: await entryPoints(), format: "esm" }),
  build({ ...OPTIONS, entryPoints: EARLY_SCRIPTS, format: "iife" }),
]);
const outputFiles = bundles.flatMap((bundle) => bundle.outputFiles);
const made = new Map(outputFiles.map(({ path, text }) => [basename(path), text]));
const there = (await readdir(BUNDLES)).filter((name) => !name.startsWith(NOT_OURS));
const old = there.filter((name) => !made.has(name));
const before = await Promise.all(
  [...made.keys()].map((name) => readFile(join(BUNDLES, name), "utf8").catch(() => null)),
);
const changed = [...made.keys()].filter((name, i) => made.get(name) !== before[i]);
if (process.argv.includes("--check")) {
  if (changed.length > 0 || old.length > 0) {
    console.error(`Out of step with their sources: ${[...changed, ...old].join(", ")}. Run: npm run bundle`);
    process.exit(1);
  }
} else {
  await Promise.all(changed.map((name) => writeFile(join(BUNDLES, name), made.get(name))));
  await Promise.all(old.map((name) => rm(join(BUNDLES, name))));
  console.log(`${changed.length} made anew, ${old.length} taken away, ${made.size} in all`);
}
