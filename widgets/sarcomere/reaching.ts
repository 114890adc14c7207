// What happens when a part is reached by pointer, touch or keyboard, and what the keys do.

import type { Parts } from "./parts.ts";
import type { Tip } from "./tip.ts";
import type { PartName } from "./words.ts";

export interface Reaching {
  readonly parts: () => Parts;
  readonly tip: Tip;
  readonly sentence: (name: PartName) => string | null;
  readonly select: (name: PartName | "") => void;
}

export interface KeyActs {
  readonly toggle: () => void;
  readonly step: (by: number) => void;
  readonly walk: (by: number) => boolean;
  readonly toggleLabels: () => void;
  readonly toggleKeys: () => void;
  readonly dismiss: () => void;
}

// Listens to a stage until the signal ends it.
export function listenToParts(stage: HTMLElement, reaching: Reaching, signal: AbortSignal): void {
  const { parts, tip, sentence, select } = reaching;
  const nameOf = (part: HTMLElement) => part.dataset.part as PartName;
  const show = (part: HTMLElement, pointer: PointerEvent | null) => {
    const text = sentence(nameOf(part));
    if (text !== null) tip.show(part, text, pointer);
  };
  const showFocused = () => {
    const focused = stage.contains(document.activeElement) ? parts().partOf(document.activeElement) : null;
    if (focused) show(focused, null);
    else tip.hide();
  };
  const pointed = (event: PointerEvent) => {
    const part = parts().partOf(event.target);
    // The name appears at the pointer, not in the middle of a part that is all over the picture.
    if (part) show(part, event);
  };
  const focused = (event: FocusEvent) => {
    const part = parts().partOf(event.target);
    if (!part) return;
    parts().nameFocused(part, sentence);
    parts().mark(nameOf(part));
    show(part, null);
    select(nameOf(part));
  };
  const left = (event: FocusEvent) => {
    tip.hide();
    parts().mark(null);
    if (!parts().partOf(event.relatedTarget)) select("");
  };
  stage.addEventListener("pointerover", pointed, { signal });
  stage.addEventListener("pointerleave", showFocused, { signal });
  stage.addEventListener("focusin", focused, { signal });
  stage.addEventListener("focusout", left, { signal });
  const click = (event: MouseEvent) => (parts().partOf(event.target) ?? stage).focus({ preventScroll: true });
  stage.addEventListener("click", click, { signal });
}

const WALKS: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };
const LEAPS_MS: Readonly<Record<string, number>> = { PageUp: 10, PageDown: -10 };

// Does what a key stands for on the control that has the focus; false where it stands for nothing there.
function actOn(key: string, control: string, acts: KeyActs): boolean {
  const presses = control === "BUTTON" || control === "SELECT";
  const leap = LEAPS_MS[key];
  const walk = WALKS[key];
  if (walk !== undefined) return acts.walk(walk);
  if (key === " " && !presses) acts.toggle();
  else if (key === ",") acts.step(-1);
  else if (key === ".") acts.step(1);
  else if (leap !== undefined && control === "INPUT") acts.step(leap);
  else if (key === "?") acts.toggleKeys();
  // In a list of choices a letter looks for a choice.
  else if (key === "L" || (key === "l" && control !== "SELECT")) acts.toggleLabels();
  else if (key === "Escape") acts.dismiss();
  else return false;
  return true;
}

// Listens to the keys of a whole view until the signal ends it.
export function listenToKeys(shell: HTMLElement, acts: KeyActs, signal: AbortSignal): void {
  const pressed = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (!actOn(event.key, (event.target as HTMLElement).tagName, acts)) return;
    event.preventDefault();
    event.stopPropagation();
  };
  shell.addEventListener("keydown", pressed, { signal });
}
