// Shows "starting" until the page is ready for use, and says so when that takes too long.

import { startWatch } from "./readiness.ts";

const OUTPUT_TO_COME = 'script[type="application/vnd.voila.cell-output+json"]';
const LOOK_EVERY_MS = 250;

function watchStart(notice: HTMLElement): void {
  const loadedAt = performance.now();
  const howFar = startWatch();
  const look = (): void => {
    const saidReady = document.body.dataset.explainerReady === "true";
    const outputsToCome = document.querySelector(OUTPUT_TO_COME) !== null;
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

function saySlow(notice: HTMLElement): void {
  const line = notice.querySelector("p");
  const slow = notice.dataset.slow ?? "";
  if (line && line.textContent !== slow) line.textContent = slow;
}

const starting = document.querySelector<HTMLElement>("#starting");
if (starting) watchStart(starting);
