// Shows "starting" until the page is ready for use, and says so when that takes too long; marks the pages that this browser
// has seen.

import { showSeen } from "../browser/path_steps.ts";
import { startWatch } from "./readiness.ts";

const OUTPUT_TO_COME = 'script[type="application/vnd.voila.cell-output+json"]';
// A notebook may open more than one page: one that is being drawn, or the place of one to come.
const BEING_DRAWN = ".explainer:not([data-ready])";
const EMPTY_PLACE = ".jp-OutputArea-output > .lm-Widget:empty";
const LOOK_EVERY_MS = 250;

function watchStart(notice: HTMLElement): void {
  const loadedAt = performance.now();
  const howFar = startWatch();
  const look = (): void => {
    const isSaid = document.body.dataset.explainerReady === "true";
    const saidReady = isSaid && !isThere(`${BEING_DRAWN}, ${EMPTY_PLACE}`);
    const outputsToCome = isThere(`${OUTPUT_TO_COME}, ${BEING_DRAWN}`);
    const readiness = howFar({ saidReady, outputsToCome }, performance.now() - loadedAt);
    if (readiness === "ready") settle();
    else if (readiness === "slow") saySlow(notice);
  };
  const settle = (): void => {
    clearInterval(looking);
    watching.disconnect();
    notice.remove();
    document.body.dataset.started = "true";
  };
  const watching = new MutationObserver(look);
  watching.observe(document.body, { attributes: true, attributeFilter: ["data-explainer-ready"] });
  const looking = setInterval(look, LOOK_EVERY_MS);
}

function isThere(selector: string): boolean {
  return document.querySelector(selector) !== null;
}

function saySlow(notice: HTMLElement): void {
  const line = notice.querySelector("p");
  const slow = notice.dataset.slow ?? "";
  if (line && line.textContent !== slow) line.textContent = slow;
}

const starting = document.querySelector<HTMLElement>("#starting");
if (starting) watchStart(starting);

const path = document.querySelector<HTMLElement>(".page-path");
if (path) showSeen(path.querySelectorAll("a"), path.dataset.seen ?? "");
