// What a browser keeps, and one that refuses to.

import assert from "node:assert/strict";
import { beforeEach, test as it } from "node:test";
import { keep, keepsAnything, kept } from "../../widgets/browser/kept.ts";

class PlainStorage {
  readonly texts = new Map<string, string>();
  room = Number.POSITIVE_INFINITY;

  getItem(name: string): string | null {
    return this.texts.get(name) ?? null;
  }

  setItem(name: string, text: string): void {
    if (this.texts.size >= this.room) throw new Error("QuotaExceededError");
    this.texts.set(name, text);
  }

  removeItem(name: string): void {
    this.texts.delete(name);
  }
}

let tab: PlainStorage;
let all: PlainStorage;

beforeEach(() => {
  tab = new PlainStorage();
  all = new PlainStorage();
  Object.assign(globalThis, { window: { sessionStorage: tab, localStorage: all } });
});

function refuse(): void {
  const window = {
    get sessionStorage(): never {
      throw new Error("SecurityError");
    },
  };
  Object.assign(globalThis, { window });
}

it("what is kept can be had again", () => {
  assert.ok(keep("tab", "name", "text"));
  assert.equal(kept("tab", "name"), "text");
});

it("what was never kept is nothing", () => assert.equal(kept("tab", "name"), null));

it("a tab and the whole browser keep apart", () => {
  keep("browser", "name", "text");
  assert.deepEqual([kept("tab", "name"), kept("browser", "name")], [null, "text"]);
});

it("finding out whether anything is kept leaves nothing behind", () => {
  assert.ok(keepsAnything("tab"));
  assert.equal(tab.texts.size, 0);
});

it("where storage is refused nothing is kept and nothing breaks", () => {
  refuse();
  assert.deepEqual([keep("tab", "name", "text"), kept("tab", "name"), keepsAnything("tab")], [false, null, false]);
});

it("where storage is full the last text stays", () => {
  keep("tab", "name", "text");
  tab.room = 0;
  assert.deepEqual([keep("tab", "name", "more"), kept("tab", "name")], [false, "text"]);
});
