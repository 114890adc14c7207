// The order in which the modules and sheets of the browser side may import each other: pages, frame and parts, ground.

import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { dirname, join, sep } from "node:path";
import { it } from "node:test";

const IMPORT = /(?:\bfrom\s*|\bimport\s*\(?\s*|@import\s+)"(\.[^"]+)"/gu;
const EXPORT = /^export (?:default )?(?:async )?(?:abstract )?(?:class|const|function) (\w+)/gmu;
const PAGE_WIDE = /\bdocument\s*\.\s*(?:querySelector|getElement)/u;

const files = globSync("widgets/**/*.{ts,css,json}", {
  exclude: ["widgets/bundles/**", "widgets/site/templates/**"],
}).sort();
const tests = globSync("tests/**/*.ts").sort();
const textOf = new Map([...files, ...tests].map((path) => [path, readFileSync(path, "utf8")]));

// Where a file lies: "browser", "sarcomere", "site", "frame", "parts", or the name of a page.
function roomOf(path: string): string {
  const [, room = "", inner = ""] = path.split(sep);
  return room === "explorers" ? inner : room;
}

function importsOf(path: string): string[] {
  return [...(textOf.get(path) ?? "").matchAll(IMPORT)].map(([, to = ""]) => join(dirname(path), to));
}

const BELOW: Readonly<Record<string, readonly string[]>> = {
  browser: [],
  sarcomere: ["browser"],
  site: ["browser"],
  frame: ["browser"],
  parts: ["frame", "browser"],
};
const BELOW_A_PAGE = ["parts", "frame", "browser"];

function mayImport(room: string, other: string): boolean {
  return room === other || (BELOW[room] ?? BELOW_A_PAGE).includes(other);
}

it("pages stand on parts, parts on the frame, all of them on the ground, and no page on another page", () => {
  const wrong = files.flatMap((path) =>
    importsOf(path)
      .filter((other) => !mayImport(roomOf(path), roomOf(other)))
      .map((other) => `${path} imports ${other}`),
  );
  assert.deepEqual(wrong, []);
});

it("every import names a file that is there", () => {
  const wrong = files.flatMap((path) => importsOf(path).filter((other) => !textOf.has(other)));
  assert.deepEqual(wrong, []);
});

// The scripts of the site's own frame have the document for themselves.
it("no part looks for another one in the whole page", () => {
  assert.deepEqual(
    files.filter((path) => path.endsWith(".ts") && roomOf(path) !== "site" && PAGE_WIDE.test(textOf.get(path) ?? "")),
    [],
  );
});

it("every export is used by another module or by a test", () => {
  const unused = files.flatMap((path) => {
    if (path.endsWith("protocol.ts")) return [];
    const others = [...textOf].filter(([other]) => other !== path && importsOf(other).includes(path));
    return [...(textOf.get(path) ?? "").matchAll(EXPORT)]
      .map(([, name = ""]) => name)
      .filter((name) => !others.some(([, text]) => new RegExp(`\\b${name}\\b`, "u").test(text)))
      .map((name) => `${name} in ${path}`);
  });
  assert.deepEqual(unused, []);
});
