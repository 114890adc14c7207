// Shows "starting" until the page is ready for use, and says so when that takes too long.

const OUTPUT_TO_COME = 'script[type="application/vnd.voila.cell-output+json"]';
const DRAWING_MS = 1500;
const SLOW_MS = 20000;

const starting = document.getElementById("starting");
const loadedAt = performance.now();
let outputsShownAt = null;

function isReady(now) {
  if (document.body.dataset.explainerReady === "true") return true;
  if (document.querySelector(OUTPUT_TO_COME)) return false;
  outputsShownAt ??= now;
  // A page that never says that it is ready (prose, a teacher's own widgets) has had time to draw by then.
  return now - outputsShownAt > DRAWING_MS;
}

function settle() {
  clearInterval(looking);
  watching.disconnect();
  starting.remove();
  document.body.dataset.started = "true";
}

function look() {
  const now = performance.now();
  if (isReady(now)) settle();
  else if (now - loadedAt > SLOW_MS) starting.querySelector("p").textContent = starting.dataset.slow;
}

const watching = new MutationObserver(look);
watching.observe(document.body, { attributes: true, attributeFilter: ["data-explainer-ready"] });
const looking = setInterval(look, 250);
