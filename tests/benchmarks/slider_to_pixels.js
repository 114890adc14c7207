// Notes, in the page, when a key or a drag began, and when the change it led to was sent, answered, drawn and on the
// screen. It must run before the page's own scripts, for it listens to their sockets and canvases.
//
// A picture counts as shown at the end of the first frame that can contain it: the frame it was drawn in, if that was
// in a frame's own callbacks, else the next one. A frame ends when a message sent from its callbacks arrives.

(() => {
  const notes = { presses: [], drawn_at_ms: [] };
  window.sliderToPixels = notes;
  // What must show the change before a press counts as shown, such as the traces and the sarcomere.
  let wanted = [];
  let press = null;
  let lastAnswerAt = 0;

  document.addEventListener("keydown", () => {
    press = { from: performance.now(), sent: null, left: new Set(wanted), answered: null, drawn: null };
  }, true);

  const send = WebSocket.prototype.send;
  WebSocket.prototype.send = function (...data) {
    if (press) press.sent ??= performance.now();
    if (!this.isHeard) {
      this.isHeard = true;
      this.addEventListener("message", () => { lastAnswerAt = performance.now(); });
    }
    return send.apply(this, data);
  };

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

  // One of the wanted surfaces has drawn. Before anything was sent it cannot have drawn what the key led to.
  const drawn = async (surface) => {
    if (!wanted.includes(surface)) return;
    const mine = press?.sent && press.left.has(surface) ? press : null;
    if (mine) {
      mine.left.delete(surface);
      mine.answered = lastAnswerAt - mine.from;
      mine.drawn = performance.now() - mine.from;
    }
    const isLast = mine?.left.size === 0;
    const at = await shown();
    if (surface === wanted[0]) notes.drawn_at_ms.push(at);
    if (!isLast) return;
    notes.presses.push({ sent: mine.sent - mine.from, answered: mine.answered, drawn: mine.drawn, shown: at - mine.from });
    press = null;
  };

  // A canvas draws when it is cleared or filled; many calls in one frame are one drawing.
  const surfaceOf = new WeakMap();
  for (const name of ["clearRect", "fillRect", "drawImage", "stroke", "fill"]) {
    const draw = CanvasRenderingContext2D.prototype[name];
    CanvasRenderingContext2D.prototype[name] = function (...values) {
      if (!surfaceOf.has(this)) {
        const surface = this.canvas.closest(".sarcomere") ? "sarcomere" : this.canvas.closest(".bare-canvas") && "bare";
        if (this.canvas.isConnected) surfaceOf.set(this, surface);
      }
      const surface = surfaceOf.get(this);
      if (surface) drawn(surface);
      return draw.apply(this, values);
    };
  }

  const watchFigure = (selector) => {
    const figure = document.querySelector(selector);
    new MutationObserver(() => drawn(selector)).observe(figure, { attributes: true, attributeFilter: ["data-drawn-run"] });
  };
  // A part that is no drawing: its words change.
  const watchWords = (selector) => {
    const observer = new MutationObserver(() => drawn(selector));
    observer.observe(document.querySelector(selector), { childList: true, characterData: true, subtree: true });
  };
  const watchPicture = () => {
    const current = () => document.querySelector("main img");
    let last = current();
    new MutationObserver(async () => {
      const picture = current();
      if (!picture || picture === last) return;
      last = picture;
      await picture.decode();
      drawn("picture");
    }).observe(document.querySelector("main"), { childList: true, subtree: true });
  };
  const watched = new Set(["sarcomere", "bare"]);
  notes.watch = (surfaces) => {
    for (const surface of surfaces) {
      if (watched.has(surface)) continue;
      watched.add(surface);
      if (surface === "plotly") document.querySelector(".js-plotly-plot").on("plotly_afterplot", () => drawn("plotly"));
      else if (surface === "picture") watchPicture();
      else if (document.querySelector(surface).classList.contains("figure-panel")) watchFigure(surface);
      else watchWords(surface);
    }
    wanted = surfaces;
    notes.presses.length = 0;
    press = null;
  };
})();
