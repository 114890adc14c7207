// What a part says to the kernel and hears from it, with a model that only takes notes.

import assert from "node:assert/strict";
import { beforeEach, describe, test as it } from "node:test";
import { ask, follow, hear, type Model, tell, uniqueId } from "../../widgets/browser/part.ts";

interface CounterTraits {
  count: number;
  heading: string;
}

interface CounterQuestions {
  add: { by: number };
  clear: Record<string, never>;
}

class NotedModel {
  readonly sent: unknown[] = [];
  readonly listeners = new Map<string, (...heard: unknown[]) => void>();
  readonly values: Record<string, unknown> = {};
  saved = 0;

  send(message: unknown): void {
    this.sent.push(message);
  }

  on(events: string, callback: (...heard: unknown[]) => void): void {
    this.listeners.set(events, callback);
  }

  off(events: string): void {
    this.listeners.delete(events);
  }

  set(name: string, value: unknown): void {
    this.values[name] = value;
  }

  save_changes(): void {
    this.saved += 1;
  }
}

describe("a part", () => {
  let noted: NotedModel;
  let model: Model<CounterTraits>;
  let place: { model: Model<CounterTraits>; signal: AbortSignal };
  let end: AbortController;

  beforeEach(() => {
    noted = new NotedModel();
    model = noted as unknown as Model<CounterTraits>;
    end = new AbortController();
    place = { model, signal: end.signal };
  });

  it("asks with the name of the question beside its values", () => {
    ask<CounterQuestions>(model, "add", { by: 2 });
    assert.deepEqual(noted.sent, [{ ask: "add", by: 2 }]);
  });

  it("asks a question without values by its name alone", () => {
    ask<CounterQuestions>(model, "clear");
    assert.deepEqual(noted.sent, [{ ask: "clear" }]);
  });

  it("hears the answer to its own question, with the values of the question", () => {
    const heard: number[] = [];
    hear<CounterQuestions, "add">(place, "add", ({ by }) => heard.push(by));
    noted.listeners.get("msg:custom")?.({ answer: "add", by: 2 }, []);
    noted.listeners.get("msg:custom")?.({ answer: "clear" }, []);
    assert.deepEqual(heard, [2]);
  });

  it("sets a value and lets the kernel know at once", () => {
    tell(model, "count", 3);
    assert.deepEqual([noted.values, noted.saved], [{ count: 3 }, 1]);
  });

  it("follows its model until it is taken away", () => {
    follow(model, "change:count change:heading", () => undefined, end.signal);
    assert.deepEqual([...noted.listeners.keys()], ["change:count change:heading"]);
    end.abort();
    assert.equal(noted.listeners.size, 0);
  });

  it("hears no answer any more once it is taken away", () => {
    hear<CounterQuestions, "add">(place, "add", () => undefined);
    end.abort();
    assert.equal(noted.listeners.size, 0);
  });
});

it("no id is given twice, although each part brings its own copy of the module", async () => {
  const again = "../../widgets/browser/part.ts?again";
  const copy: { uniqueId: typeof uniqueId } = await import(again);
  const ids = [uniqueId("name"), copy.uniqueId("name"), uniqueId("name"), copy.uniqueId("other")];
  assert.notEqual(copy.uniqueId, uniqueId);
  assert.equal(new Set(ids).size, ids.length);
});
