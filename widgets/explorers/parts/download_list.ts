// A button for each file; its content comes from the kernel and is saved by the browser.

import { element, save } from "../../browser/page_elements.ts";

function render({ model, el, signal }) {
  const words = model.get("words"), files = model.get("files");
  const list = element("ul", {}, files.map(({ file_name: name, about }) => {
    // A long name may be broken after an underscore, on a phone.
    const parts = name.split(/(?<=_)/).flatMap((part) => [document.createElement("wbr"), part]);
    const button = element("button", { type: "button", className: "quiet-button" }, [`${words.download_button} `, ...parts]);
    button.dataset.file = name;
    button.addEventListener("click", () => model.send({ ask: name }));
    return element("li", {}, [button, element("p", { textContent: about })]);
  }));
  const receive = (message, buffers) => {
    const file = files.find(({ file_name: name }) => name === message.answer);
    if (file) save(new Blob([buffers[0]], { type: file.media_type }), file.file_name);
  };
  el.classList.add("download-list");
  el.append(list);
  model.on("msg:custom", receive);
  signal?.addEventListener("abort", () => model.off("msg:custom", receive));
  el.dataset.drawn = "true";
  el.dispatchEvent(new CustomEvent("explainer-part-drawn", { bubbles: true, detail: { part: "downloads" } }));
}

export default { render };
