// What every part of a page is built with.

type Child = Node | string;
type Properties<K extends keyof HTMLElementTagNameMap> = Partial<Omit<HTMLElementTagNameMap[K], "style" | "dataset">>;

export interface Source {
  reference: string;
  link: string;
}

export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  properties: Properties<K> = {},
  children: readonly Child[] = [],
): HTMLElementTagNameMap[K] {
  const node = Object.assign(document.createElement(tag), properties);
  node.append(...children);
  return node;
}

// A sentence of the wording with its named values; the wording is plain text, and stays it.
export function fill(template: string, values: Record<string, string | number>): string {
  return template.replace(/\{(\w+)\}/gu, (whole, name: string) => String(values[name] ?? whole));
}

// A number with its unit, an ion, a formula: no translator touches it, and it runs from left to right in every language.
export function untranslated<E extends HTMLElement>(node: E): E {
  node.translate = false;
  node.dir = "ltr";
  return node;
}

// The language that the page is written in around an element, as Intl takes it.
export function languageAround(node: Element): string {
  return node.closest<HTMLElement>("[lang]")?.lang || "en";
}

// A source: a link where there is an address. References stay as they were published.
export function link({ reference, link: address }: Source): HTMLElement {
  const text = { textContent: reference };
  const node = address
    ? element("a", { href: address, target: "_blank", rel: "noopener", ...text })
    : element("span", text);
  return untranslated(node);
}

// Opens whatever an element is folded away in, as the browser's own search does.
export function openAround(node: Element): void {
  node.dispatchEvent(new Event("beforematch", { bubbles: true }));
}

// Hands something to the browser to be saved.
export function save(blob: Blob, name: string): void {
  const anchor = element("a", { href: URL.createObjectURL(blob), download: name });
  anchor.click();
  setTimeout(() => URL.revokeObjectURL(anchor.href), 1000);
}
