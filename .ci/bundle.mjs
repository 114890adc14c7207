// Makes widgets/bundles from the parts: one module for each script with a default export, one sheet for each style sheet.
// To these come the scripts of the site's own frame.
// With --check it writes nothing, and names what is out of step.

import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { build } from "esbuild";

const SOURCES = ["widgets/browser", "widgets/explorers", "widgets/sarcomere"];
// The templates in widgets/site name these, and pyproject.toml puts them where the templates find them.
const SITE_SCRIPTS = ["leaving", "no_formulas", "page_start", "settings"].map((name) => `widgets/site/${name}.ts`);
const BUNDLES = "widgets/bundles";
const NOT_OURS = "plotly-"; // comes ready made, with its licence beside it

async function entryPoints() {
  const found = [...SITE_SCRIPTS];
  for (const folder of SOURCES) {
    for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
      const path = join(entry.parentPath, entry.name);
      if (path.endsWith(".ts") && /^export default /m.test(await readFile(path, "utf8"))) found.push(path);
      if (path.endsWith(".css") && !entry.name.startsWith("_")) found.push(path);
    }
  }
  return found.sort();
}

const { outputFiles } = await build({
  entryPoints: await entryPoints(),
  entryNames: "[name]",
  outdir: BUNDLES,
  bundle: true,
  charset: "utf8",
  format: "esm",
  legalComments: "none",
  minify: true,
  target: "es2022",
  write: false,
});
const made = new Map(outputFiles.map(({ path, text }) => [basename(path), text]));
const there = (await readdir(BUNDLES)).filter((name) => !name.startsWith(NOT_OURS));
const old = there.filter((name) => !made.has(name));
const changed = [];
for (const [name, text] of made) {
  const before = await readFile(join(BUNDLES, name), "utf8").catch(() => null);
  if (before !== text) changed.push(name);
}
if (process.argv.includes("--check")) {
  if (changed.length || old.length) {
    console.error(`Out of step with their sources: ${[...changed, ...old].join(", ")}. Run: npm run bundle`);
    process.exit(1);
  }
} else {
  for (const name of changed) await writeFile(join(BUNDLES, name), made.get(name));
  for (const name of old) await rm(join(BUNDLES, name));
  console.log(`${changed.length} made anew, ${old.length} taken away, ${made.size} in all`);
}
