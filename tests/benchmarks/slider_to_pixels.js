// Notes, in the page, when a key or a drag began and when the change it led to was on the screen.
// A picture counts as shown at the end of the first frame that can contain it: the frame it was drawn in, if that was
// in a frame's own callbacks, else the next one. A frame ends when a message sent from its callbacks arrives.

window.sliderToPixels = { latencies_ms: [], drawn_at_ms: [] };

(() => {
  const notes = window.sliderToPixels;
  let pressedAt = null;
  document.addEventListener("keydown", () => { pressedAt = performance.now(); }, true);

  let inFrame = false;
  let inThisFrame = [];
  let inNextFrame = [];
  const frameEnd = new MessageChannel();
  frameEnd.port1.onmessage = () => {
    inFrame = false;
    inThisFrame.splice(0).forEach((resolve) => resolve(performance.now()));
  };
  const frame = () => {
    inFrame = true;
    inThisFrame = inThisFrame.concat(inNextFrame);
    inNextFrame = [];
    frameEnd.port2.postMessage(null);
    requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
  const shown = () => new Promise((resolve) => (inFrame ? inThisFrame : inNextFrame).push(resolve));

  notes.drawn = async () => {
    const from = pressedAt;
    pressedAt = null;
    const at = await shown();
    notes.drawn_at_ms.push(at);
    if (from !== null) notes.latencies_ms.push(at - from);
  };

  notes.watchOurs = () => {
    const panel = document.querySelector(".figure-panel:has(.js-plotly-plot)");
    new MutationObserver(notes.drawn).observe(panel, { attributes: true, attributeFilter: ["data-drawn-run"] });
  };
  notes.watchPlotly = () => document.querySelector(".js-plotly-plot").on("plotly_afterplot", notes.drawn);
  notes.watchPicture = () => {
    const current = () => document.querySelector("main img");
    let last = current();
    new MutationObserver(async () => {
      const picture = current();
      if (!picture || picture === last) return;
      last = picture;
      await picture.decode();
      notes.drawn();
    }).observe(document.querySelector("main"), { childList: true, subtree: true });
  };
})();
