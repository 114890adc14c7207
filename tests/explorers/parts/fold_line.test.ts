// What is folded away in a narrow column, and what opens it.

import assert from "node:assert/strict";
import { beforeEach, describe, test as it } from "node:test";
import { fewFirst } from "../../../widgets/explorers/parts/few_first.ts";
import { FoldLine } from "../../../widgets/explorers/parts/fold_line.ts";
import { PlainElement, plain, usePlainDocument } from "../../browser/plain_document.ts";

const newElement = () => new PlainElement("p") as unknown as HTMLElement & PlainElement;
const isFolded = (el: HTMLElement) => plain(el).attributes.hidden === "until-found";

beforeEach(usePlainDocument);

describe("a line that opens", () => {
  const build = () => {
    const [heading, content] = [newElement(), newElement()];
    return { heading, content, line: new FoldLine(heading, "A title", [content]) };
  };

  it("is a plain heading where the column is wide", () => {
    const { heading, content } = build();
    assert.deepEqual([heading.text(), isFolded(content)], ["A title", false]);
  });

  it("is a button in a narrow column, and opens what it names when it is pressed", () => {
    const { heading, content, line } = build();
    line.setNarrow(true);
    assert.ok(isFolded(content));
    const [button] = plain(heading).children;
    plain(button).happens("click");
    assert.ok(!isFolded(content));
  });

  it("opens what the browser's search has found", () => {
    const { content, line } = build();
    line.setNarrow(true);
    plain(content).happens("beforematch");
    assert.ok(!isFolded(content));
  });
});

describe("a long list", () => {
  const build = (count: number) => {
    const items = Array.from({ length: count }, newElement);
    return { items, buttons: fewFirst(items, (all) => `All ${all}`) };
  };

  it("that is not longer by more than the button shows all", () => {
    const { items, buttons } = build(7);
    assert.deepEqual([buttons.length, items.some(isFolded)], [0, false]);
  });

  it("shows the first few, and says how many there are", () => {
    const { items, buttons } = build(20);
    assert.equal(items.filter(isFolded).length, 14);
    assert.equal(plain(buttons[0]).text(), "All 20");
  });
});
