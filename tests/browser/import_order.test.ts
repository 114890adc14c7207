// The order in which the modules and sheets of the browser side may import each other: pages, frame and parts, ground.

import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { dirname, join, sep } from "node:path";
import { it } from "node:test";

const IMPORT = /(?:\bfrom\s*|\bimport\s*\(?\s*|@import\s+)"(\.[^"]+)"/gu;

const files = globSync("widgets/**/*.{ts,css}", {
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

function mayImport(room: string, other: string): boolean {
  if (other === room || other === "browser") return room !== "browser" || other === "browser";
  if (room === "parts") return other === "frame";
  return !["browser", "sarcomere", "site", "frame"].includes(room) && ["frame", "parts"].includes(other);
}

it("the ground imports nothing but itself, the frame only the ground, parts only both, and no page another page", () => {
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
