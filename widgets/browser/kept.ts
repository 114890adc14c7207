// What this browser keeps for the pages: for one tab, or for all of it. The only code that touches its storage, because a
// browser may refuse it: already the name `sessionStorage` then raises an error (cookies blocked, a frame of another site).

export type Shelf = "tab" | "browser";

function storageOf(shelf: Shelf): Storage {
  return shelf === "tab" ? window.sessionStorage : window.localStorage;
}

// The text that is kept under a name, or null where there is none or nothing may be kept.
export function kept(shelf: Shelf, name: string): string | null {
  try {
    return storageOf(shelf).getItem(name);
  } catch {
    return null;
  }
}

// Keeps a text under a name; says whether the browser let it.
export function keep(shelf: Shelf, name: string, text: string): boolean {
  try {
    storageOf(shelf).setItem(name, text);
    return true;
  } catch {
    return false;
  }
}

// Whether the browser lets anything be kept.
export function keepsAnything(shelf: Shelf): boolean {
  const trial = "explainer-trial";
  if (!keep(shelf, trial, "1")) return false;
  storageOf(shelf).removeItem(trial);
  return true;
}
