// A closer look at the time axis, round the place where the playhead stood when the zoom changed.

export const MOST_ZOOM = 32;

export class Zoom {
  #factor = 1;
  #centre = 0;

  get factor(): number {
    return this.#factor;
  }

  // The stretch stays where it is while data change; it moves only when its width does.
  set(factor: number, centre: number): void {
    this.#factor = Math.min(MOST_ZOOM, Math.max(1, factor));
    this.#centre = centre;
  }

  // The part of a whole range that is shown.
  range([start, end]: readonly [number, number]): [number, number] {
    if (this.#factor === 1) return [start, end];
    const width = (end - start) / this.#factor;
    const left = Math.min(end - width, Math.max(start, this.#centre - width / 2));
    return [left, left + width];
  }
}
