// On paper a band of a figure is hatched: a copier, or a printer short of ink, loses a pale tone.

const SVG = "http://www.w3.org/2000/svg";
const PITCH_PX = 7;

// What of a shape tells a band: it lets through what lies under it.
interface Shape {
  type?: string;
  opacity?: number;
}

export function isBand({ type, opacity = 1 }: Shape): boolean {
  return type === "rect" && opacity < 1;
}

// Hatches the bands among the drawn shapes of a plot. plotly takes it away when it draws them anew.
export function hatchBands(plot: Element, shapes: readonly Shape[], id: string): void {
  const bands = shapes.flatMap((shape, index) => (isBand(shape) ? [index] : []));
  const paths = bands.flatMap((index) => [
    ...plot.querySelectorAll<SVGPathElement>(`.shapelayer path[data-index="${index}"]`),
  ]);
  const drawing = paths[0]?.ownerSVGElement;
  if (!drawing) return;
  if (!drawing.querySelector(`#${id}`)) drawing.prepend(patternNamed(id));
  for (const { style } of paths) {
    Object.assign(style, { fill: `url("#${id}")`, fillOpacity: "1", opacity: "1", stroke: "dimgray" });
    style.strokeWidth = "0.75px";
  }
}

function patternNamed(id: string): SVGElement {
  const line = withAttributes("path", { d: `M0 0V${PITCH_PX}`, stroke: "darkgray", "stroke-width": "1" });
  const pattern = withAttributes("pattern", {
    id,
    width: String(PITCH_PX),
    height: String(PITCH_PX),
    // biome-ignore lint/security/noSecrets: a word of SVG
    patternUnits: "userSpaceOnUse",
    patternTransform: "rotate(45)",
  });
  pattern.append(line);
  const definitions = withAttributes("defs", {});
  definitions.append(pattern);
  return definitions;
}

function withAttributes(name: string, attributes: Readonly<Record<string, string>>): SVGElement {
  const node = document.createElementNS(SVG, name);
  for (const [attribute, value] of Object.entries(attributes)) node.setAttribute(attribute, value);
  return node;
}
