// The places of a slider and the values that they stand for.

import type { ControlJson } from "./protocol.ts";

type Stop = readonly [value: number, text: string];

export interface Control extends Omit<ControlJson, "minimum" | "maximum" | "step"> {
  minimum: number;
  maximum: number;
  // In the control's unit; on a log scale the number of steps in each tenfold.
  step: number;
}

// A switch and a choice have no range; nothing asks them for it.
export function controlOf(json: ControlJson): Control {
  return { ...json, minimum: json.minimum ?? 0, maximum: json.maximum ?? 0, step: json.step ?? 1 };
}

export type Sliding = Pick<Control, "scale" | "minimum" | "maximum" | "step" | "stops">;

export interface Scale {
  least: number;
  most: number;
  toValue: (place: number) => number;
  toPlace: (value: number) => number;
  // What a place says of itself, where that is more than a number.
  toText?: (value: number) => string;
}

// A slider moves on whole steps; on a log scale a step is one part of a tenfold, so that 1, 10 and 0.1 are always on it.
export function scaleOf(control: Sliding): Scale {
  if (control.stops.length > 0) return stopsOf(control.stops);
  return control.scale === "log" ? logScaleOf(control) : linearScaleOf(control);
}

function linearScaleOf({ minimum, maximum, step }: Sliding): Scale {
  const digits = (String(step).split(".")[1] ?? "").length;
  const most = Math.round((maximum - minimum) / step);
  return {
    least: 0,
    most,
    toValue: (place) => Math.min(maximum, Number((minimum + place * step).toFixed(digits))),
    toPlace: (value) => Math.min(most, Math.max(0, Math.round((value - minimum) / step))),
  };
}

function logScaleOf({ minimum, maximum, step }: Sliding): Scale {
  const least = Math.round(Math.log10(minimum) * step);
  const most = Math.round(Math.log10(maximum) * step);
  return {
    least,
    most,
    toValue: (place) => {
      if (place <= least) return minimum;
      if (place >= most) return maximum;
      return Number((10 ** (place / step)).toPrecision(2));
    },
    toPlace: (value) => Math.min(most, Math.max(least, Math.round(Math.log10(Math.max(value, minimum)) * step))),
  };
}

// A slider over named stops, such as months and then years: each stop says itself in words.
function stopsOf(stops: readonly Stop[]): Scale {
  const toPlace = (value: number) =>
    Math.max(
      0,
      stops.findLastIndex(([stop]) => stop <= value + 1e-9),
    );
  const stopAt = (place: number): Stop => stops[Math.min(stops.length - 1, Math.max(0, place))] ?? [Number.NaN, ""];
  return {
    least: 0,
    most: stops.length - 1,
    toValue: (place) => stopAt(place)[0],
    toPlace,
    toText: (value) => stopAt(toPlace(value))[1],
  };
}
