// Notices when nobody answers behind the page any more, and keeps what was set until somebody does.

export const ASK_EVERY_MS = 5000;
export const ASK_AFTER_CHANGE_MS = 1000;
export const SERVED = document.body.dataset.voila !== undefined;
// In a notebook another cell may be running; a served page has its Python for itself.
export const ANSWER_WITHIN_MS = SERVED ? 3000 : 8000;
// Where a page asks for work of several seconds, one piece of it may keep the Python busy for a while.
export const ANSWER_WITHIN_WHILE_WORKING_MS = 15000;
export const LOOK_EVERY_MS = 500;
export const KEPT = "explainer-set-up";

// Calls `lost` when a question stays without an answer, and `found` when answers come again.
export function watchKernel({ model, el, signal, lost, found, within = ANSWER_WITHIN_MS }) {
  let askedAt = null, answeredAt = performance.now(), lookedAt = answeredAt, isLost = false;

  const ask = () => {
    if (askedAt !== null || document.hidden) return;
    askedAt = performance.now();
    try {
      model.send({ ask: "alive" });
    } catch {
      // Nobody to ask: the answer stays away.
    }
  };
  const hear = (message) => {
    if (message?.answer !== "alive") return;
    [askedAt, answeredAt] = [null, performance.now()];
    if (isLost) found();
    isLost = false;
  };
  const look = () => {
    const now = performance.now();
    // After a pause (a sleeping computer, a hidden tab) the question is asked anew.
    if (document.hidden || now - lookedAt > within) askedAt = null;
    lookedAt = now;
    if (askedAt !== null && now - askedAt > within) {
      if (!isLost) lost();
      [isLost, askedAt, answeredAt] = [true, null, now];
    }
    if (now - answeredAt > ASK_EVERY_MS) ask();
  };
  const changed = () => {
    if (performance.now() - answeredAt > ASK_AFTER_CHANGE_MS) ask();
  };

  model.on("msg:custom", hear);
  for (const type of ["input", "change", "click"]) el.addEventListener(type, changed, { signal });
  document.addEventListener("visibilitychange", ask, { signal });
  const looking = setInterval(look, LOOK_EVERY_MS);
  signal?.addEventListener("abort", () => {
    clearInterval(looking);
    model.off("msg:custom", hear);
  });
}

export function keepSetUp(controls) {
  const setUp = { page: location.pathname, values: controls.get("values"), level: controls.get("level") };
  sessionStorage.setItem(KEPT, JSON.stringify(setUp));
}

export function forgetSetUp() {
  sessionStorage.removeItem(KEPT);
}

// Brings back what was set before this page was lost; a page that was opened in the ordinary way begins at its start.
export function restoreSetUp(controls) {
  const setUp = JSON.parse(sessionStorage.getItem(KEPT) ?? "null");
  if (setUp?.page !== location.pathname) return;
  forgetSetUp();
  const values = controls.get("values");
  const known = Object.entries(setUp.values).filter(([name]) => name in values);
  controls.set("values", { ...values, ...Object.fromEntries(known) });
  if (controls.get("levels").includes(setUp.level)) controls.set("level", setUp.level);
  controls.save_changes();
}
