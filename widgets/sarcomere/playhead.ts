// The one clock of a page. While it plays it moves `time_ms` in the browser only; the kernel hears of it on pause and at the end.
const LINGER_SLOW_DOWN = 200;
const LONGEST_STEP_MS = 100; // a tab that was hidden must not leap ahead when it comes back

function initialize({ model, signal }) {
  let frame = 0;
  let lastStamp = null;

  function paceAt(time) {
    const [from, to] = model.get("linger_ms") ?? [];
    return time >= from && time < to ? Math.max(LINGER_SLOW_DOWN, model.get("slow_down")) : model.get("slow_down");
  }

  function tellPace() {
    model.set("pace", paceAt(model.get("time_ms")));
  }

  function tick(stamp) {
    frame = 0;
    if (!model.get("playing")) return;
    const elapsed = lastStamp === null ? 0 : Math.min(stamp - lastStamp, LONGEST_STEP_MS);
    lastStamp = stamp;
    const duration = model.get("duration_ms");
    const now = model.get("time_ms");
    const [lingerFrom = Infinity] = model.get("linger_ms") ?? [];
    const onward = now + elapsed / paceAt(now);
    // A frame is longer than what there is to see: it must not leap over the beginning of a stretch to linger in.
    const next = now < lingerFrom ? Math.min(onward, lingerFrom) : onward;
    if (next < duration || model.get("looping")) {
      model.set("time_ms", next < duration ? next : 0);
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
  const pacing = ["change:time_ms", "change:slow_down", "change:linger_ms"];
  for (const event of pacing) model.on(event, tellPace);
  tellPace();
  signal?.addEventListener("abort", () => cancelAnimationFrame(frame));
  if (model.get("playing")) {
    if (window.matchMedia("(prefers-reduced-motion: reduce)").matches) model.set("playing", false);
    else followPlaying();
  }
  return () => {
    cancelAnimationFrame(frame);
    model.off("change:playing", followPlaying);
    model.off("change:duration_ms", stayWithin);
    for (const event of pacing) model.off(event, tellPace);
  };
}

function render() {} // the clock has no face: the parts that follow it show the time

export default { initialize, render };
