// When a page that starts counts as ready, and when its start takes too long.

const DRAWING_MS = 1500;
const SLOW_MS = 20_000;

export interface Seen {
  // The page itself has said that it is ready.
  saidReady: boolean;
  // Outputs of its cells that are not shown yet.
  outputsToCome: boolean;
}

export type Readiness = "ready" | "slow" | "starting";

// Follows one start: tells at each look, with the time since the page was loaded, how far it is.
export function startWatch(): (seen: Seen, nowMs: number) => Readiness {
  let outputsShownAt: number | undefined;
  return ({ saidReady, outputsToCome }, nowMs) => {
    if (saidReady) return "ready";
    if (!outputsToCome) {
      outputsShownAt ??= nowMs;
      // A page that never says that it is ready (prose, a teacher's own widgets) has had time to draw by then.
      if (nowMs - outputsShownAt > DRAWING_MS) return "ready";
    }
    return nowMs > SLOW_MS ? "slow" : "starting";
  };
}
