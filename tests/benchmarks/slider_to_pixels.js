// Notes, in the page, when a key or a drag began and when the change it led to was on the screen.
// A picture counts as shown when a message sent in the animation frame after its drawing arrives.

window.sliderToPixels = { latencies_ms: [], drawn_at_ms: [] };

(() => {
  const notes = window.sliderToPixels;
  let pressedAt = null;
  document.addEventListener("keydown", () => { pressedAt = performance.now(); }, true);

  const shown = () => new Promise((resolve) => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => resolve(performance.now());
      port2.postMessage(null);
    });
  });

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
