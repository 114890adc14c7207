// What a part of a page is in the browser: it is drawn once, follows its model, speaks with the kernel, and says when it
// is drawn.

import type { AnyModel, Host, RenderProps } from "@anywidget/types";

// The named values that kernel and browser share, and the questions that the browser may ask the kernel.
type Traits = Record<string, unknown>;
type Questions = Record<string, Record<string, unknown>>;

export type Model<T extends Traits = Traits> = AnyModel<T>;

// The event by which the page around hears that a part is drawn.
export const DRAWN = "explainer-part-drawn";

export interface Place<T extends Traits> {
  model: Model<T>;
  el: HTMLElement;
  host: Host;
  signal: AbortSignal;
  // Calls back on events of a model until the part is taken away; several events are parted by blanks.
  follow: <M extends Traits>(source: Model<M>, events: string, callback: () => void) => void;
}

// A part as anywidget takes it: `draw` builds it in its place. When `draw` has returned, the part counts as drawn.
export function part<T extends Traits>(draw: (place: Place<T>) => void | Promise<void>) {
  const render = async ({ model, el, host, signal }: RenderProps<T>): Promise<void> => {
    await draw({
      model,
      el,
      host,
      signal,
      follow: (source, events, callback) => follow(source, events, callback, signal),
    });
    tellDrawn(el);
  };
  return { render };
}

export function tellDrawn(el: HTMLElement): void {
  el.dataset.drawn = "true";
  el.dispatchEvent(new CustomEvent(DRAWN, { bubbles: true }));
}

export function follow<M extends Traits>(source: Model<M>, events: string, callback: () => void, signal: AbortSignal) {
  source.on(events, callback);
  signal.addEventListener("abort", () => source.off(events as "msg:custom", callback), { once: true });
}

// Sets a value and lets the kernel know.
export function tell<T extends Traits, K extends keyof T>(model: Model<T>, name: K, value: T[K]): void {
  model.set(name, value);
  model.save_changes();
}

// Asks the kernel one of a part's questions, such as ask<Questions>(model, "pick", { x, y }). Every message from the
// browser is {"ask": name, ...values}; the kernel answers with {"answer": name, ...values}, or by changing traits.
export function ask<Q extends Questions>(
  model: Model<never>,
  question: keyof Q & string,
  values = {} as Q[typeof question],
) {
  model.send({ ask: question, ...values });
}

// Hears the answers to one question until the part is taken away.
export function hear<T extends Traits>(
  { model, signal }: Pick<Place<T>, "model" | "signal">,
  question: string,
  callback: (answer: Record<string, unknown>, buffers: DataView[]) => void,
): void {
  const heard = (message: { answer?: string }, buffers: DataView[]) => {
    if (message.answer === question) callback(message, buffers);
  };
  model.on("msg:custom", heard);
  signal.addEventListener("abort", () => model.off("msg:custom", heard), { once: true });
}

// An id that nothing else in the document has, whichever copy of this module gives it: each part brings its own copy.
export function uniqueId(name: string): string {
  const holder = globalThis as { explainerIds?: number };
  holder.explainerIds = (holder.explainerIds ?? 0) + 1;
  return `explainer-${name}-${holder.explainerIds}`;
}
