// One message for one move: the page hears what all its parts are to show next, and gives it to their models in one
// task, so that they draw in one frame. The kernel's side is one_move.py.

import type { InitializeProps } from "@anywidget/types";

type State = Record<string, unknown>;
type Key = string | number;
// Which of the buffers belongs where: its number, the id of the model, and the path inside its state.
type BufferPlace = readonly [buffer: number, model: string, ...path: Key[]];

export interface Move {
  states: Record<string, State>;
  places: readonly BufferPlace[];
}

// What a model can do where ipywidgets brings it: take a state as the kernel's own, not to be sent back.
interface TakesState {
  set_state?: (state: State) => void;
  set: (name: string, value: unknown) => void;
}

// The states with their buffers put back; buffers that are alike are one.
export function withBuffers({ states, places }: Move, buffers: readonly DataView[]): Record<string, State> {
  for (const [number, model, ...path] of places) {
    let holder = states[model] as Record<Key, unknown>;
    for (const key of path.slice(0, -1)) holder = holder[key] as Record<Key, unknown>;
    holder[path.at(-1) as Key] = buffers[number];
  }
  return states;
}

export function take(model: TakesState, state: State): void {
  if (model.set_state) model.set_state(state);
  else for (const [name, value] of Object.entries(state)) model.set(name, value);
}

// As `initialize` of the page's widget: moves are heard also while no view of the page is open.
export function followMoves({ model, signal }: Pick<InitializeProps, "model" | "signal">): void {
  const known = new Map<string, TakesState>();
  let last: Promise<void> = Promise.resolve();

  const find = async (id: string): Promise<void> => {
    if (!known.has(id)) known.set(id, (await model.widget_manager.get_model(id)) as TakesState);
  };
  // What goes wrong in one part, or in one that follows it, keeps no other from what it is to show.
  const apply = async (states: Record<string, State>): Promise<void> => {
    await Promise.all(Object.keys(states).map((id) => find(id).catch(reportError)));
    for (const [id, state] of Object.entries(states)) {
      const one = known.get(id);
      try {
        if (one) take(one, state);
      } catch (error) {
        reportError(error);
      }
    }
  };
  const hear = (message: { answer?: string } & Move, buffers: DataView[]): void => {
    if (message.answer !== "move") return;
    const states = withBuffers(message, buffers);
    last = last.then(() => apply(states)).catch(reportError);
  };
  model.on("msg:custom", hear);
  signal.addEventListener("abort", () => model.off("msg:custom", hear), { once: true });
}
