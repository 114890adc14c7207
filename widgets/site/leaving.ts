// A page that closes stops the Python behind it. Runs as soon as it is here, while the page itself still comes in.

import { lastWords, type PageConfig, sayLast } from "./last_words.ts";

function config(): PageConfig {
  return JSON.parse(document.querySelector("#jupyter-config-data")?.textContent ?? "{}");
}

function leaveOnce(): () => void {
  const words = lastWords(config());
  let left = false;
  return () => {
    if (left) return;
    left = true;
    sayLast(words, {
      beacon: (address, body) => navigator.sendBeacon(address, body),
      request: (address, body) => {
        fetch(address, { method: "POST", body, keepalive: true }).catch(() => undefined);
      },
    });
  };
}

window.addEventListener("pagehide", leaveOnce());
// Where the browser brings the page back as it was, nobody is behind it any more.
window.addEventListener("pageshow", (event) => {
  if (event.persisted) location.reload();
});
