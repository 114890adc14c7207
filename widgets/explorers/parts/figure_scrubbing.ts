// Moving the playhead on the figure: by pointer, by finger without getting in the way of scrolling, and by keys. The style
// sheet leaves going down to the browser (touch-action), which then does not scroll once a finger has begun to go across.

import { type Intent, intentOf } from "../../browser/finger_intent.ts";

const KEY_STEPS_MS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, PageDown: -10, PageUp: 10 };

export interface Scrubbed {
  time: () => number;
  duration: () => number;
  // Ends playing.
  hold: () => void;
  moveTo: (time: number) => void;
  // The hand has let go.
  release: () => void;
  // The time at a place on the stage, in px from its left edge.
  timeAt: (px: number) => number | null;
}

// The time that a key on the playhead leads to, or null where the key means nothing there.
export function timeAfterKey(key: string, time: number, duration: number): number | null {
  if (key === "Home") return 0;
  if (key === "End") return duration;
  const step = KEY_STEPS_MS[key];
  return step === undefined ? null : Math.min(duration, Math.max(0, time + step));
}

interface Hand {
  pointerId: number;
  x: number;
  y: number;
  intent: Intent;
}

export function listenToPointer(stage: HTMLElement, scrubbed: Scrubbed, signal: AbortSignal): void {
  // The one that counts: a second finger is no second hand.
  let hand: Hand | null = null;
  const scrubTo = ({ clientX }: PointerEvent) => {
    const time = scrubbed.timeAt((clientX - stage.getBoundingClientRect().left) / (stage.currentCSSZoom || 1));
    if (time !== null) scrubbed.moveTo(Math.min(scrubbed.duration(), Math.max(0, time)));
  };
  const begin = (event: PointerEvent) => {
    scrubbed.hold();
    // A hand that the browser has let go of can no longer be held.
    if (event.type !== "pointerup") stage.setPointerCapture(event.pointerId);
    scrubTo(event);
  };
  const listen = (type: string, heard: (event: PointerEvent) => void) =>
    stage.addEventListener(type, heard as EventListener, { signal });

  listen("pointerdown", (event) => {
    if (event.button !== 0 || !event.isPrimary) return;
    const isTouch = event.pointerType === "touch";
    hand = { pointerId: event.pointerId, x: event.clientX, y: event.clientY, intent: isTouch ? "tap" : "drag" };
    if (!isTouch) begin(event);
  });
  listen("pointermove", (event) => {
    if (event.pointerId !== hand?.pointerId) return;
    if (hand.intent === "drag") scrubTo(event);
    if (hand.intent !== "tap") return;
    hand.intent = intentOf(event.clientX - hand.x, event.clientY - hand.y);
    if (hand.intent === "drag") begin(event);
  });
  listen("pointerup", (event) => {
    if (event.pointerId !== hand?.pointerId) return;
    if (hand.intent === "tap") begin(event);
    if (hand.intent !== "scroll") scrubbed.release();
    hand = null;
  });
  listen("pointercancel", (event) => {
    if (event.pointerId !== hand?.pointerId) return;
    if (hand.intent === "drag") scrubbed.release();
    hand = null;
  });
}

export function listenToKeys(line: HTMLElement, scrubbed: Scrubbed, signal: AbortSignal): void {
  const heard = (event: KeyboardEvent) => {
    const time = timeAfterKey(event.key, scrubbed.time(), scrubbed.duration());
    if (time === null) return;
    event.preventDefault();
    scrubbed.hold();
    scrubbed.moveTo(time);
    scrubbed.release();
  };
  line.addEventListener("keydown", heard, { signal });
}
