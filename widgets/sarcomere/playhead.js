// The one clock of a page. While it plays it moves `time_ms` in the browser only; the kernel hears of it on pause and at the end.
const LONGEST_STEP_MS = 100; // a tab that was hidden must not leap ahead when it comes back

function initialize({ model, signal }) {
  let frame = 0;
  let lastStamp = null;

  function tick(stamp) {
    frame = 0;
    if (!model.get("playing")) return;
    const elapsed = lastStamp === null ? 0 : Math.min(stamp - lastStamp, LONGEST_STEP_MS);
    lastStamp = stamp;
    const duration = model.get("duration_ms");
    const next = model.get("time_ms") + elapsed / model.get("slow_down");
    if (next < duration) {
      model.set("time_ms", next);
      frame = requestAnimationFrame(tick);
      return;
    }
    model.set("time_ms", duration);
    model.set("playing", false);
  }

  // A model counts a change as unsent only after its change events: saving inside one would send the value before it.
  const saveSoon = () => queueMicrotask(() => model.save_changes());

  function followPlaying() {
    cancelAnimationFrame(frame);
    frame = 0;
    lastStamp = null;
    if (!model.get("playing")) {
      saveSoon();
      return;
    }
    if (model.get("time_ms") >= model.get("duration_ms")) model.set("time_ms", 0);
    frame = requestAnimationFrame(tick);
  }

  function stayWithin() {
    if (model.get("time_ms") > model.get("duration_ms")) model.set("time_ms", model.get("duration_ms"));
  }

  model.on("change:playing", followPlaying);
  model.on("change:duration_ms", stayWithin);
  signal?.addEventListener("abort", () => cancelAnimationFrame(frame));
  if (model.get("playing")) {
    if (window.matchMedia("(prefers-reduced-motion: reduce)").matches) model.set("playing", false);
    else followPlaying();
  }
  return () => {
    cancelAnimationFrame(frame);
    model.off("change:playing", followPlaying);
    model.off("change:duration_ms", stayWithin);
  };
}

function render() {} // the clock has no face: the parts that follow it show the time

export default { initialize, render };
