// The path through the pages above a page in JupyterLab; a served page has it in its header.

import { element } from "../../browser/page_elements.ts";
import { pathSteps, showSeen } from "../../browser/path_steps.ts";
import { addressOf, HOME } from "./page_address.ts";
import type { PathJson } from "./protocol.ts";

export function pagePath({ label, visited, again, pages }: PathJson, current: string): HTMLElement {
  const step = (name: string, title: string) => ({ name, title, address: addressOf(name, document.body.dataset) });
  const steps = pathSteps(
    Object.entries(pages).map(([name, title]) => step(name, title)),
    current,
  );
  showSeen(steps, visited);
  const [back] = pathSteps([step(HOME, again)], "");
  back?.querySelector(".path-number")?.replaceChildren("?");
  const items = [...steps, ...(back ? [back] : [])].map((link) => element("li", {}, [link]));
  return element("nav", { className: "page-path", ariaLabel: label }, [element("ol", {}, items)]);
}
