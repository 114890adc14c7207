// The line on screen follows every movement; a screen reader is told at most every two seconds, and always the last.

import { element } from "../../browser/page_elements.ts";

const SPOKEN_EVERY_MS = 2000;

export interface SpokenLine {
  el: HTMLElement;
  say: (sentence: string) => void;
}

export function spokenLine(): SpokenLine {
  const el = element("p", { className: "visually-hidden", ariaLive: "polite" });
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const say = (sentence: string) => {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      el.textContent = sentence;
    }, SPOKEN_EVERY_MS);
  };
  return { el, say };
}
