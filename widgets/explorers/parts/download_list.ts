// A button for each file; its content comes from the kernel and is saved by the browser.

import { element, save, untranslated } from "../../browser/page_elements.ts";
import { ask, hear, part } from "../../browser/part.ts";
import type { DownloadListQuestions, DownloadListTraits } from "./protocol.ts";

const AFTER_UNDERSCORE = /(?<=_)/u;

// The pieces of a long name: on a phone it may be broken after an underscore.
export function piecesOf(name: string): string[] {
  return name.split(AFTER_UNDERSCORE);
}

export default part<DownloadListTraits>(({ model, el, signal }) => {
  const files = model.get("files");
  const items = files.map(({ file_name, about }) => {
    const name = piecesOf(file_name).flatMap((piece) => [element("wbr"), piece]);
    const file = untranslated(element("bdi", {}, name));
    const button = element("button", { type: "button", className: "quiet-button" }, [`${model.get("verb")} `, file]);
    button.dataset.file = file_name;
    button.addEventListener("click", () => ask<DownloadListQuestions>(model, "file", { file_name }));
    return element("li", {}, [button, element("p", { textContent: about })]);
  });
  el.classList.add("download-list");
  el.append(element("ul", {}, items));
  hear<DownloadListQuestions>({ model, signal }, "file", ({ file_name }, [content]) => {
    const type = files.find((file) => file.file_name === file_name)?.media_type ?? "";
    if (content) save(new Blob([content.buffer as ArrayBuffer], { type }), file_name);
  });
});
