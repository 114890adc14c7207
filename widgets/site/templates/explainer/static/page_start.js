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

// A page that closes stops the Python behind it. Its token stands in a cookie, which no other site can read.
const config = JSON.parse(document.getElementById("jupyter-config-data").textContent);
let left = false;

function leave() {
  if (left) return;
  left = true;
  const token = document.cookie.match(/(?:^|; )_xsrf=([^;]*)/)?.[1] ?? "";
  const address = `${config.baseUrl}voila/api/shutdown/${config.kernelId}`;
  navigator.sendBeacon(address, new URLSearchParams({ _xsrf: decodeURIComponent(token) }));
}

window.addEventListener("pagehide", leave);
// Where the browser brings the page back as it was, nobody is behind it any more.
window.addEventListener("pageshow", (event) => {
  if (event.persisted) location.reload();
});
