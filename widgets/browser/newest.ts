// Work that never overlaps itself: what comes while it goes on waits, and of all that waits only the newest is done.

// The promise is kept when this item, or one that came after it, is done.
export function newestOnly<T>(work: (item: T) => Promise<void>): (item: T) => Promise<void> {
  let waiting: { item: T } | null = null;
  let going: Promise<void> | null = null;

  const go = async (): Promise<void> => {
    try {
      while (waiting) {
        const { item } = waiting;
        waiting = null;
        // biome-ignore lint/performance/noAwaitInLoops: one after the other is what this is for
        await work(item);
      }
    } finally {
      // In the same breath as the last look at what waits: what comes between the two would wait for ever.
      going = null;
    }
  };
  return (item) => {
    waiting = { item };
    going ??= go();
    return going;
  };
}
