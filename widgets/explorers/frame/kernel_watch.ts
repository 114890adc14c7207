// Notices when nobody answers behind the page any more.

import { ask, hear, type Model } from "../../browser/part.ts";
import type { ExplorerPageQuestions } from "./protocol.ts";

const ASK_EVERY_MS = 5000;
const ASK_AFTER_CHANGE_MS = 1000;
const LOOK_EVERY_MS = 500;

interface Watch {
  model: Pick<Model, "send" | "on" | "off">;
  el: HTMLElement;
  signal: AbortSignal;
  // How long an answer may take, in ms.
  within: number;
  // Called when a question stays without an answer.
  lost: () => void;
  // Called when answers come again.
  found: () => void;
}

export function watchKernel({ model, el, signal, within, lost, found }: Watch): void {
  let askedAt: number | null = null;
  let answeredAt = performance.now();
  let lookedAt = answeredAt;
  let isLost = false;

  const inquire = () => {
    if (askedAt !== null || document.hidden) return;
    askedAt = performance.now();
    try {
      ask<ExplorerPageQuestions>(model, "alive");
    } catch {
      // Nobody to ask: the answer stays away.
    }
  };
  hear<ExplorerPageQuestions>({ model, signal }, "alive", () => {
    askedAt = null;
    answeredAt = performance.now();
    if (isLost) found();
    isLost = false;
  });
  const look = () => {
    const now = performance.now();
    // After a pause (a sleeping computer, a hidden tab) the question is asked anew.
    if (document.hidden || now - lookedAt > within) askedAt = null;
    lookedAt = now;
    if (askedAt !== null && now - askedAt > within) {
      if (!isLost) lost();
      isLost = true;
      askedAt = null;
      answeredAt = now;
    }
    if (now - answeredAt > ASK_EVERY_MS) inquire();
  };
  const changed = () => {
    if (performance.now() - answeredAt > ASK_AFTER_CHANGE_MS) inquire();
  };

  for (const type of ["input", "change", "click"]) el.addEventListener(type, changed, { signal });
  document.addEventListener("visibilitychange", inquire, { signal });
  const looking = setInterval(look, LOOK_EVERY_MS);
  signal.addEventListener("abort", () => clearInterval(looking), { once: true });
}
