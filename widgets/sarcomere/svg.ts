// A small picture of one path.

const NAMESPACE = "http://www.w3.org/2000/svg";

export function pathPicture(className: string, viewBox: string, d: string): SVGSVGElement {
  const svg = document.createElementNS(NAMESPACE, "svg");
  svg.setAttribute("class", className);
  svg.setAttribute("viewBox", viewBox);
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(NAMESPACE, "path");
  path.setAttribute("d", d);
  svg.append(path);
  return svg;
}
