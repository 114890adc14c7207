// What happens around a drawing: its size, whether it can be seen, print, and what a reader asks of every page.

import { followPrinting } from "../browser/printing.ts";
import { followTheme } from "../browser/theme.ts";

const LESS_MOTION = "(prefers-reduced-motion: reduce)";

interface Surroundings {
  // The width of the place, in CSS pixels.
  readonly placed: (cssWidth: number) => void;
  // The size of the drawing in its place, in CSS pixels and in pixels of the device.
  readonly sized: (cssWidth: number, deviceWidth: number) => void;
  readonly seen: (isSeen: boolean) => void;
  readonly printing: (begins: boolean) => void;
  readonly coloured: () => void;
  readonly calmed: (isCalm: boolean) => void;
}

export const isCalm = (): boolean => window.matchMedia(LESS_MOTION).matches;

// The browser knows best how many pixels a place has. Where it does not tell, or means another screen than it shows, the
// usual reckoning is right to less than one of them.
function deviceWidthOf(entry: ResizeObserverEntry): number {
  const reckoned = entry.contentRect.width * window.devicePixelRatio * (entry.target.currentCSSZoom || 1);
  const told = entry.devicePixelContentBoxSize?.[0]?.inlineSize ?? reckoned;
  return Math.abs(told - reckoned) < 1 ? told : reckoned;
}

function observeDevicePixels(sizes: ResizeObserver, node: Element): void {
  try {
    sizes.observe(node, { box: "device-pixel-content-box" });
  } catch {
    sizes.observe(node);
  }
}

// Tells what happens around a place and the drawing in it, until the signal ends it. Gives back how to follow another drawing.
export function watchSurroundings(
  place: HTMLElement,
  { placed, sized, seen, printing, coloured, calmed }: Surroundings,
  signal: AbortSignal,
): (drawing: HTMLElement) => void {
  const places = new ResizeObserver(([entry]) => entry && placed(entry.contentRect.width));
  places.observe(place);
  const sizes = new ResizeObserver((entries) => {
    const entry = entries.at(-1);
    if (entry) sized(entry.contentRect.width, deviceWidthOf(entry));
  });
  const sights = new IntersectionObserver((entries) => seen(entries.at(-1)?.isIntersecting ?? true));
  sights.observe(place);
  followPrinting(printing, signal);
  followTheme(coloured, signal);
  const calm = window.matchMedia(LESS_MOTION);
  calm.addEventListener("change", () => calmed(calm.matches), { signal });
  const stop = () => {
    for (const observer of [places, sizes, sights]) observer.disconnect();
  };
  signal.addEventListener("abort", stop, { once: true });
  return (drawing) => {
    sizes.disconnect();
    observeDevicePixels(sizes, drawing);
  };
}
