import assert from "node:assert/strict";
import { test as it } from "node:test";
import { followMoves, type Move, take, withBuffers } from "../../widgets/browser/one_move.ts";

// A browser's own; here it takes notes.
const reported: unknown[] = [];
globalThis.reportError = (error: unknown) => reported.push(error);

const bytes = (...values: number[]) => new DataView(new Uint8Array(values).buffer);

// A widget's model and its manager, as ipywidgets has them.
function fakePage() {
  const models = new Map(
    ["figure", "scene"].map((id) => [
      id,
      {
        states: [] as unknown[],
        set_state(state: unknown) {
          this.states.push(state);
        },
      },
    ]),
  );
  const heard: ((message: unknown, buffers: DataView[]) => void)[] = [];
  const model = {
    on: (_: string, callback: (message: unknown, buffers: DataView[]) => void) => heard.push(callback),
    off: (_: string, callback: unknown) => heard.splice(heard.indexOf(callback as never), 1),
    widget_manager: { get_model: async (id: string) => models.get(id) },
  };
  const stop = new AbortController();
  followMoves({ model, signal: stop.signal } as unknown as Parameters<typeof followMoves>[0]);
  return { models, heard, stop };
}

it("buffers go back to their places, and buffers that are alike are one", () => {
  const move: Move = {
    states: { figure: { column: null }, scene: { run: { n: 1 } } },
    places: [
      [0, "figure", "column"],
      [0, "scene", "run", "time"],
    ],
  };
  const time = bytes(1, 2);
  assert.deepEqual(withBuffers(move, [time]), { figure: { column: time }, scene: { run: { n: 1, time } } });
});

it("a model that knows the kernel's states takes a state whole", () => {
  const taken: unknown[] = [];
  take({ set_state: (state) => taken.push(state), set: () => assert.fail() }, { a: 1, b: 2 });
  assert.deepEqual(taken, [{ a: 1, b: 2 }]);
});

it("another model is set name by name", () => {
  const taken: unknown[] = [];
  take({ set: (...pair) => taken.push(pair) }, { a: 1, b: 2 });
  assert.deepEqual(taken, [
    ["a", 1],
    ["b", 2],
  ]);
});

it("all models of a move have their states in one task, moves in their order", async () => {
  const { models, heard } = fakePage();
  for (const n of [1, 2]) heard[0]?.({ answer: "move", states: { figure: { n }, scene: { n } }, places: [] }, []);
  await new Promise((resolve) => setTimeout(resolve));
  for (const id of ["figure", "scene"]) assert.deepEqual(models.get(id)?.states, [{ n: 1 }, { n: 2 }]);
  assert.deepEqual(reported.splice(0), []);
});

it("a model that fails, or that is not there, is reported and keeps no other from its state", async () => {
  const { models, heard } = fakePage();
  const fault = new Error("a listener fails");
  Object.assign(models.get("figure") ?? {}, {
    set_state: () => {
      throw fault;
    },
  });
  const gone = new Error("no such model");
  Object.defineProperty(models, "get", {
    value: (id: string) => {
      if (id === "gone") throw gone;
      return Map.prototype.get.call(models, id);
    },
  });
  heard[0]?.({ answer: "move", states: { gone: { n: 1 }, figure: { n: 1 }, scene: { n: 1 } }, places: [] }, []);
  await new Promise((resolve) => setTimeout(resolve));
  assert.deepEqual(models.get("scene")?.states, [{ n: 1 }]);
  assert.deepEqual(reported.splice(0), [gone, fault]);
});

it("other answers are no moves", async () => {
  const { models, heard } = fakePage();
  heard[0]?.({ answer: "alive" }, []);
  await new Promise((resolve) => setTimeout(resolve));
  assert.deepEqual(models.get("figure")?.states, []);
});

it("nothing is heard after the end", () => {
  const { heard, stop } = fakePage();
  stop.abort();
  assert.equal(heard.length, 0);
});
