// As much of a document as it takes to see what a function builds: elements with properties, children and listeners.

type Child = PlainElement | string;

export class PlainElement {
  readonly tag: string;
  readonly dataset: Record<string, string> = {};
  readonly attributes: Record<string, string> = {};
  readonly style = { setProperty: (): void => undefined };
  readonly classes = new Set<string>();
  readonly classList = {
    add: (name: string): unknown => this.classes.add(name),
    toggle: (name: string, on: boolean): unknown => (on ? this.classes.add(name) : this.classes.delete(name)),
  };
  children: Child[] = [];
  textContent = "";
  value = "";
  hidden = false;
  private readonly listeners = new Map<string, (() => void)[]>();

  constructor(tag: string) {
    this.tag = tag;
  }

  append(...children: Child[]): void {
    this.children.push(...children);
  }

  replaceChildren(...children: Child[]): void {
    this.children = children;
  }

  setAttribute(name: string, value: string): void {
    this.attributes[name] = value;
  }

  removeAttribute(name: string): void {
    delete this.attributes[name];
  }

  addEventListener(event: string, callback: () => void): void {
    this.listeners.set(event, [...(this.listeners.get(event) ?? []), callback]);
  }

  // Does what a browser does with an event of this element.
  happens(event: string): void {
    for (const callback of this.listeners.get(event) ?? []) callback();
  }

  // This element and all in it, in the order of the document.
  all(): PlainElement[] {
    return [this, ...this.children.flatMap((child) => (typeof child === "string" ? [] : child.all()))];
  }

  // What a reader sees of it.
  text(): string {
    const own = this.children.map((child) => (typeof child === "string" ? child : child.text())).join("");
    return this.textContent + own;
  }
}

// Lets `element()` build plain elements from here on.
export function usePlainDocument(): void {
  Object.assign(globalThis, { document: { createElement: (tag: string) => new PlainElement(tag) } });
}

export function plain(built: unknown): PlainElement {
  return built as PlainElement;
}
