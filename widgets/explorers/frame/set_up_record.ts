// Holds the state of a page and shows nothing.

function render({ el }) {
  el.hidden = true;
  el.dataset.drawn = "true";
  el.dispatchEvent(new CustomEvent("explainer-part-drawn", { bubbles: true, detail: { part: "set-up" } }));
}

export default { render };
