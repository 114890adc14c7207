// Moving the playhead on the figure: by pointer, by finger without getting in the way of scrolling, and by keys.

const KEY_STEPS_MS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, PageDown: -10, PageUp: 10 };
// A finger that goes further down than across is scrolling the page.
const FINGER_BEGINS_PX = 8;

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

export function listenToPointer(stage: HTMLElement, scrubbed: Scrubbed, signal: AbortSignal): void {
  let finger: { x: number; y: number } | null = null;
  const scrubTo = ({ clientX }: PointerEvent) => {
    const time = scrubbed.timeAt(clientX - stage.getBoundingClientRect().left);
    if (time !== null) scrubbed.moveTo(Math.min(scrubbed.duration(), Math.max(0, time)));
  };
  const begin = (event: PointerEvent) => {
    finger = null;
    scrubbed.hold();
    stage.setPointerCapture(event.pointerId);
    scrubTo(event);
  };
  const listen = (type: string, heard: (event: PointerEvent) => void) =>
    stage.addEventListener(type, heard as EventListener, { signal });

  listen("pointerdown", (event) => {
    if (event.button !== 0) return;
    if (event.pointerType === "touch") finger = { x: event.clientX, y: event.clientY };
    else begin(event);
  });
  listen("pointermove", (event) => {
    if (finger && Math.abs(event.clientX - finger.x) >= FINGER_BEGINS_PX) begin(event);
    else if (stage.hasPointerCapture(event.pointerId) && !finger) scrubTo(event);
  });
  listen("pointerup", (event) => {
    if (finger) begin(event);
    scrubbed.release();
  });
  listen("pointercancel", () => {
    if (!finger) scrubbed.release();
    finger = null;
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
