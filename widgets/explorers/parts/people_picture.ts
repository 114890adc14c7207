// The groups of people as one picture to keep, with title and words, in the colours that they have on the page.

const SVG = "http://www.w3.org/2000/svg";
const WIDTH = 520;
const MARGIN = 20;
const TITLE_PX = 18;
const TEXT_PX = 14;
const LETTERS_ACROSS = 56;
const STYLES = ["fill", "stroke", "stroke-width", "stroke-dasharray"];

function wrapped(text: string): string[] {
  const rows: string[] = [];
  for (const word of text.split(" ")) {
    const last = rows.at(-1);
    if (last !== undefined && `${last} ${word}`.length <= LETTERS_ACROSS) rows[rows.length - 1] = `${last} ${word}`;
    else rows.push(word);
  }
  return rows;
}

// A copy of a drawing that keeps its colours without a style sheet.
function styled(svg: SVGSVGElement): SVGSVGElement {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const looks = [...svg.children].map((child) => getComputedStyle(child));
  for (const [i, child] of [...copy.children].entries()) {
    for (const style of STYLES) child.setAttribute(style, looks[i]?.getPropertyValue(style) ?? "");
  }
  return copy;
}

export function pictureOfPeople(groups: HTMLElement, finding: string, language: string): string {
  const { color, backgroundColor } = getComputedStyle(groups.closest(".figure-panel") ?? groups);
  const picture = document.createElementNS(SVG, "svg");
  let y = MARGIN;
  const write = (text: string, size: number, weight: string) => {
    for (const row of wrapped(text)) {
      const node = document.createElementNS(SVG, "text");
      y += size * 1.35;
      node.textContent = row;
      for (const [name, value] of Object.entries({ x: MARGIN, y, fill: color, "font-weight": weight })) {
        node.setAttribute(name, String(value));
      }
      node.setAttribute("font-size", String(size));
      picture.append(node);
    }
  };
  write(finding, TITLE_PX, "600");
  for (const group of groups.children) {
    const svg = group.querySelector("svg");
    if (!svg) continue;
    y += MARGIN;
    write(group.querySelector(".group-title")?.textContent ?? "", TEXT_PX, "600");
    const drawn = styled(svg);
    const height = (WIDTH - 2 * MARGIN) / 4;
    for (const [name, value] of Object.entries({ x: MARGIN, y: y + 8, width: WIDTH - 2 * MARGIN, height })) {
      drawn.setAttribute(name, String(value));
    }
    picture.append(drawn);
    y += height + 8;
    write(group.querySelector(".group-said")?.textContent ?? "", TEXT_PX, "400");
  }
  const height = Math.ceil(y + MARGIN);
  picture.setAttribute("viewBox", `0 0 ${WIDTH} ${height}`);
  picture.setAttribute("width", String(WIDTH));
  picture.setAttribute("height", String(height));
  picture.setAttribute("xml:lang", language);
  picture.setAttribute("font-family", "system-ui, sans-serif");
  const ground = document.createElementNS(SVG, "rect");
  ground.setAttribute("width", "100%");
  ground.setAttribute("height", "100%");
  ground.setAttribute("fill", backgroundColor);
  picture.prepend(ground);
  return new XMLSerializer().serializeToString(picture);
}
