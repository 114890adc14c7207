// Lays out the parts of an explorer and says when all of them are ready for use.

const SPOKEN_EVERY_MS = 2000;

function element(tag, properties = {}) {
  return Object.assign(document.createElement(tag), properties);
}

// The line on screen follows every movement; a screen reader is told at most every two seconds, and always the last.
function spokenLine(el) {
  const spoken = element("p", { className: "visually-hidden" });
  spoken.setAttribute("aria-live", "polite");
  el.append(spoken);
  let waiting = null;
  return (sentence) => {
    clearTimeout(waiting);
    waiting = setTimeout(() => { spoken.textContent = sentence; }, SPOKEN_EVERY_MS);
  };
}

// Says that nobody answers behind the page, for as long as that is so.
function watchOver({ model, el, signal, controls }) {
  const words = model.get("words");
  const reload = element("button", { type: "button", className: "main-button", textContent: words.reload });
  const sentence = element("p", { textContent: SERVED ? words.lost_in_page : words.lost_in_notebook });
  const notice = element("div", { className: "page-lost" });
  notice.setAttribute("role", "alert");
  el.prepend(notice);
  const keep = () => keepSetUp(controls);
  const found = () => {
    controls.off("change", keep);
    forgetSetUp();
    notice.replaceChildren();
  };
  const lost = () => {
    keep();
    controls.on("change", keep);
    notice.replaceChildren(sentence, ...(SERVED ? [reload] : []));
  };
  reload.addEventListener("click", () => location.reload());
  watchKernel({ model, el, signal, lost, found });
}

async function render({ model, el, host, signal }) {
  el.classList.add("explainer");
  // In JupyterLab the keys that a slider or a text field needs (arrows, Enter, letters) must not also be its shortcuts,
  // and its notebook must not take the focus away at every key.
  el.dataset.lmSuppressShortcuts = "true";
  el.addEventListener("keydown", (event) => event.stopPropagation(), { signal });
  const changed = element("p", { className: "what-changed" });
  const fault = element("p", { className: "page-fault", hidden: true });
  fault.setAttribute("role", "alert");
  const say = spokenLine(el);
  const tell = () => {
    changed.textContent = model.get("sentence");
    say(model.get("sentence"));
    fault.textContent = model.get("fault");
    fault.hidden = !model.get("fault");
  };
  model.on("change:sentence change:fault", tell);
  signal?.addEventListener("abort", () => model.off("change:sentence change:fault", tell));
  tell();

  const slots = model.get("places").map((place) => {
    const slot = element("div", { className: `place ${place.replace("_", "-")}` });
    return [place, slot];
  });
  const grid = element("div", { className: "explorer-grid" });
  grid.append(changed, ...slots.map(([, slot]) => slot));
  el.append(fault, grid);
  const drawn = slots.map(([, slot]) => new Promise((resolve) => {
    slot.addEventListener("explainer-part-drawn", resolve, { once: true });
  }));
  try {
    await Promise.all(slots.map(async ([place, slot]) => {
      const widget = await host.getWidget(model.get(place));
      await widget.render({ el: slot, signal });
    }));
    await Promise.all(drawn);
    if (model.get("places").includes("part_controls")) {
      const controls = await host.getModel(model.get("part_controls"));
      restoreSetUp(controls);
      watchOver({ model, el, signal, controls });
    }
    document.body.dataset.explainerReady = "true";
  } catch (error) {
    fault.textContent = model.get("words").part_failed;
    fault.hidden = false;
    throw error;
  }
}

export default { render };
