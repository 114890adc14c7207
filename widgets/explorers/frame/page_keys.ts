// Which keys the page takes for itself, and which of them what has the focus really uses. All others go on: in JupyterLab
// they are its shortcuts.

export type Step = "undo" | "redo";

export interface Key {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
}

// What has the focus: the name of its element, the kind of an input, and whether a text field shows what is in force:
// nothing has been typed into it since, so it has no steps of its own to take back.
export interface Focused {
  tag: string;
  type: string;
  inForce?: boolean;
}

const ARROWS = ["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight"];
const ENDS = ["Home", "End"];
const PAGES = ["PageUp", "PageDown"];
const TYPED_INTO = ["text", "search", "number", "email", "url", "tel", "password"];
const USED: Readonly<Record<string, readonly string[]>> = {
  range: [...ARROWS, ...ENDS, ...PAGES],
  radio: [...ARROWS, " "],
  checkbox: [" ", "Enter"],
  button: [" ", "Enter"],
  summary: [" ", "Enter"],
  a: ["Enter"],
  select: [...ARROWS, ...ENDS, ...PAGES, " ", "Enter"],
};
const EDITED_WITH = [...ARROWS, ...ENDS, "Backspace", "Delete", "Enter"];
const EDITED_WITH_CONTROL = ["a", "c", "v", "x", "y", "z", ...EDITED_WITH.slice(0, -1)];

function isTypedInto({ tag, type }: Focused): boolean {
  return tag === "textarea" || (tag === "input" && TYPED_INTO.includes(type));
}

// The step through the page's history that a key asks for, anywhere but in a text that is being typed, which has one of
// its own.
export function stepOf(key: Key, focused: Focused): Step | null {
  if (!(key.ctrlKey || key.metaKey) || key.altKey || (isTypedInto(focused) && !focused.inForce)) return null;
  const letter = key.key.toLowerCase();
  if (letter === "z") return key.shiftKey ? "redo" : "undo";
  return letter === "y" && !key.shiftKey ? "redo" : null;
}

// P shows the page as for a projector, and back, anywhere but in a text, or in a list that a letter looks through.
export function asksForProjector(key: Key, focused: Focused): boolean {
  const isPlain = !(key.ctrlKey || key.metaKey || key.altKey);
  return isPlain && key.key.toLowerCase() === "p" && !isTypedInto(focused) && focused.tag !== "select";
}

export function usesKey(key: Key, focused: Focused): boolean {
  if (isTypedInto(focused)) return edits(key);
  if (key.ctrlKey || key.metaKey || (key.key === "Enter" && key.shiftKey)) return false;
  const kind = focused.tag === "input" ? focused.type : focused.tag;
  const used = USED[kind]?.includes(key.key) === true;
  // A list opens with Alt and an arrow, and goes to what begins with a letter.
  if (kind === "select") return used || (!key.altKey && isLetter(key.key));
  return used && !key.altKey;
}

function edits({ key, ctrlKey, metaKey, altKey, shiftKey }: Key): boolean {
  if (ctrlKey || metaKey) return EDITED_WITH_CONTROL.includes(isLetter(key) ? key.toLowerCase() : key);
  if (key === "Enter") return !shiftKey;
  return !altKey && (isLetter(key) || EDITED_WITH.includes(key));
}

function isLetter(key: string): boolean {
  return [...key].length === 1;
}

function focusedIn(event: KeyboardEvent): Focused {
  const target = event.target instanceof Element ? event.target : document.body;
  return {
    tag: target instanceof HTMLElement && target.isContentEditable ? "textarea" : target.localName,
    type: target instanceof HTMLInputElement ? target.type : "",
    inForce: target instanceof HTMLElement && target.dataset.inForce !== undefined,
  };
}

interface Keys {
  el: HTMLElement;
  // Where the page stands alone its keys are heard also while nothing has the focus.
  alone: boolean;
  signal: AbortSignal;
  step: (step: Step) => void;
  project: () => void;
}

export function followKeys({ el, alone, signal, step, project }: Keys): void {
  const stepBy = (event: KeyboardEvent): boolean => {
    const wanted = stepOf(event, focusedIn(event));
    const projected = asksForProjector(event, focusedIn(event));
    if (!(wanted || projected) || event.defaultPrevented) return false;
    event.preventDefault();
    if (wanted) step(wanted);
    else project();
    return true;
  };
  const hear = (event: KeyboardEvent) => {
    // What was prevented has been used by a part that has keys of its own.
    if (stepBy(event) || event.defaultPrevented || usesKey(event, focusedIn(event))) event.stopPropagation();
  };
  el.addEventListener("keydown", hear, { signal });
  if (alone) document.addEventListener("keydown", stepBy, { signal });
}
