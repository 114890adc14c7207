// What a part of a page is in the browser: it is drawn once, follows its model, speaks with the kernel, and says when it
// is drawn. The types of its traits and questions stand in its folder's protocol.ts, made from the Python classes.

import type { AnyModel, Host, RenderProps } from "@anywidget/types";

// The named values that kernel and browser share.
// biome-ignore lint/suspicious/noExplicitAny: an interface fits no other type of index
export type Traits = Record<string, any>;

export type Model<T extends Traits = Traits> = AnyModel<T>;

// "change:notes", or several parted by blanks; a trait that the model has not is an error.
export type Events<E extends string, T> = string extends E
  ? E
  : E extends "change" | "msg:custom" | `change:${keyof T & string}`
    ? E
    : E extends `${infer First} ${infer Rest}`
      ? `${Events<First, T>} ${Events<Rest, T>}`
      : never;

export type Follow = <M extends Traits, E extends string>(
  source: Model<M>,
  events: E & Events<E, M>,
  callback: () => void,
) => void;

// The event by which the page around hears that a part is drawn.
export const DRAWN = "explainer-part-drawn";

export interface Place<T extends Traits> {
  model: Model<T>;
  el: HTMLElement;
  host: Host;
  signal: AbortSignal;
  // Calls back on events of a model until the part is taken away; several events are parted by blanks.
  follow: Follow;
}

// A part as anywidget takes it: `draw` builds it in its place. When `draw` has returned, the part counts as drawn.
export function part<T extends Traits>(draw: (place: Place<T>) => void | Promise<void>) {
  const render = async ({ model, el, host, signal }: RenderProps<T>): Promise<void> => {
    await draw({
      model,
      el,
      host,
      signal,
      follow: (source, events, callback) => listen(source, events, callback, signal),
    });
    if (!signal.aborted) tellDrawn(el);
  };
  return { render };
}

function tellDrawn(el: HTMLElement): void {
  el.dataset.drawn = "true";
  el.dispatchEvent(new CustomEvent(DRAWN, { bubbles: true }));
}

export function follow<M extends Traits, E extends string>(
  source: Model<M>,
  events: E & Events<E, M>,
  callback: () => void,
  signal: AbortSignal,
): void {
  listen(source, events, callback, signal);
}

type Callback = Parameters<Model["on"]>[1];

function listen(source: Pick<Model, "on" | "off">, events: string, callback: Callback, signal: AbortSignal): void {
  source.on(events, callback);
  signal.addEventListener("abort", () => source.off(events, callback), { once: true });
}

// Sets a value and lets the kernel know.
export function tell<T extends Traits, K extends keyof T>(model: Model<T>, name: K, value: T[K]): void {
  model.set(name, value);
  model.save_changes();
}

type Question<Q> = {
  [K in keyof Q]: Record<never, never> extends Q[K] ? [question: K, values?: Q[K]] : [question: K, values: Q[K]];
}[keyof Q];

// Asks the kernel one of a part's questions, such as ask<FigurePanelQuestions>(model, "pick", { x, y }). Every message
// from the browser is {"ask": name, ...values}; the kernel answers with {"answer": name, ...values}, or by changing traits.
export function ask<Q>(model: Pick<Model, "send">, ...[question, values]: Question<Q>): void {
  model.send({ ask: question, ...values });
}

// Hears the answers to one question until the part is taken away. An answer repeats the values of its question.
export function hear<Q, K extends keyof Q = keyof Q>(
  { model, signal }: { model: Pick<Model, "on" | "off">; signal: AbortSignal },
  question: K,
  callback: (values: Q[K], buffers: DataView[]) => void,
): void {
  const heard = (message: Q[K] & { answer?: unknown }, buffers: DataView[]) => {
    if (message.answer === question) callback(message, buffers);
  };
  listen(model, "msg:custom", heard, signal);
}

// An id that nothing else in the document has, whichever copy of this module gives it: each part brings its own copy.
export function uniqueId(name: string): string {
  const holder = globalThis as { explainerIds?: number };
  holder.explainerIds = (holder.explainerIds ?? 0) + 1;
  return `explainer-${name}-${holder.explainerIds}`;
}
