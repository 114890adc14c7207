// Shows "starting" until the page is ready for use, and says so when that takes too long.

import { startWatch } from "./readiness.ts";

const OUTPUT_TO_COME = 'script[type="application/vnd.voila.cell-output+json"]';
const LOOK_EVERY_MS = 250;

function watchStart(starting: HTMLElement): void {
  const loadedAt = performance.now();
  const howFar = startWatch();
  const look = (): void => {
    const saidReady = document.body.dataset.explainerReady === "true";
    const outputsToCome = document.querySelector(OUTPUT_TO_COME) !== null;
    const readiness = howFar({ saidReady, outputsToCome }, performance.now() - loadedAt);
    if (readiness === "ready") settle();
    else if (readiness === "slow") saySlow(starting);
  };
  const settle = (): void => {
    clearInterval(looking);
    watching.disconnect();
    starting.remove();
    document.body.dataset.started = "true";
  };
  const watching = new MutationObserver(look);
  watching.observe(document.body, { attributes: true, attributeFilter: ["data-explainer-ready"] });
  const looking = setInterval(look, LOOK_EVERY_MS);
}

function saySlow(starting: HTMLElement): void {
  const line = starting.querySelector("p");
  const slow = starting.dataset.slow ?? "";
  if (line && line.textContent !== slow) line.textContent = slow;
}

const starting = document.getElementById("starting");
if (starting) watchStart(starting);
