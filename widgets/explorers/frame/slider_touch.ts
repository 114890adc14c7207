// Sliders under a finger. A browser sets a slider to the place where a finger comes down, before anybody can know whether
// the finger will drag, tap or scroll the page. Here a slider of the page waits until that is known.

import { type Intent, intentOf } from "../../browser/finger_intent.ts";

interface Finger {
  slider: HTMLInputElement;
  pointerId: number;
  x: number;
  y: number;
  // The slider's value when the finger came down, and the one that the browser has wanted to give it since.
  before: string;
  wanted: string;
  intent: Intent;
}

export function followFingers(el: HTMLElement, signal: AbortSignal): void {
  let finger: Finger | null = null;
  const listen = <Heard extends Event>(type: string, heard: (event: Heard) => void) =>
    el.addEventListener(type, heard as EventListener, { signal, capture: true });
  const isOurs = ({ pointerId }: PointerEvent) => finger?.pointerId === pointerId;
  const take = ({ slider, wanted }: Finger) => {
    slider.value = wanted;
    slider.dispatchEvent(new Event("input", { bubbles: true }));
  };
  const leave = (held: Finger) => {
    held.intent = "scroll";
    held.slider.value = held.before;
  };

  listen("pointerdown", (event: PointerEvent) => {
    if (!event.isPrimary) return;
    const { target: slider, pointerType, pointerId, clientX: x, clientY: y } = event;
    const isHeld = pointerType === "touch" && slider instanceof HTMLInputElement && slider.type === "range";
    const before = isHeld ? slider.value : "";
    finger = isHeld ? { slider, pointerId, x, y, before, wanted: before, intent: "tap" } : null;
  });
  listen("pointermove", (event: PointerEvent) => {
    if (!(finger && isOurs(event)) || finger.intent !== "tap") return;
    finger.intent = intentOf(event.clientX - finger.x, event.clientY - finger.y);
    if (finger.intent === "drag") take(finger);
    if (finger.intent === "scroll") leave(finger);
  });
  // What the browser does to the slider; what is told from here is heard.
  listen("input", (event: Event) => {
    if (!(finger && event.isTrusted) || event.target !== finger.slider || finger.intent === "drag") return;
    event.stopPropagation();
    finger.wanted = finger.slider.value;
    finger.slider.value = finger.before;
  });
  listen("pointerup", (event: PointerEvent) => {
    if (finger && isOurs(event) && finger.intent === "tap" && finger.wanted !== finger.before) {
      finger.intent = "drag";
      take(finger);
    }
  });
  listen("pointercancel", (event: PointerEvent) => {
    if (finger && isOurs(event) && finger.intent === "tap") leave(finger);
  });
  listen("change", (event: Event) => {
    if (finger?.slider !== event.target) return;
    if (finger?.intent === "scroll") event.stopPropagation();
    finger = null;
  });
  // Keys move a slider whatever a finger did before.
  listen("keydown", () => {
    finger = null;
  });
}
