// Keeps what the keyboard has reached in sight: what stays in view while a page scrolls may not lie over it.

const ROOM_PX = 8;

// What sticks to an edge of the window and holds an element, or null.
function barOf(node: Element | null): Element | null {
  for (let one = node; one; one = one.parentElement) {
    if (getComputedStyle(one).position === "sticky") return one;
  }
  return null;
}

function clear(reached: HTMLElement): void {
  if (!reached.matches(":focus-visible")) return;
  const { left, top, width, height } = reached.getBoundingClientRect();
  const middle = left + width / 2;
  for (const y of [top + 1, top + height / 2]) {
    const bar = barOf(document.elementFromPoint(middle, y));
    if (bar && !bar.contains(reached)) {
      const before = reached.style.scrollMarginTop;
      reached.style.scrollMarginTop = `${bar.getBoundingClientRect().height + ROOM_PX}px`;
      reached.scrollIntoView({ block: "nearest", behavior: "instant" });
      reached.style.scrollMarginTop = before;
      return;
    }
  }
}

export function keepFocusClear(signal: AbortSignal): void {
  const heard = ({ target }: FocusEvent) => {
    if (target instanceof HTMLElement) requestAnimationFrame(() => clear(target));
  };
  document.addEventListener("focusin", heard, { signal });
}
