// How a myosin head stands at a time, and the Mg-ATP that lets it go. Pure functions.

import type { HeadPlace } from "./geometry.ts";
import { type HeadNow, type HeadState, PULLED, RESTING } from "./histories.ts";
import { ease } from "./ion_motion.ts";
import type { Point } from "./layouts.ts";

// Angles of lever arm and, on top of it, lobes; degrees from upright, + towards the Z-line.
type Pose = readonly [neck: number, lobes: number];
const RESTING_POSE: Pose = [52, 34];
const POSES: readonly Pose[] = [RESTING_POSE, [26, -20], [2, -24], [-22, -14]]; // resting, attached, pulling, pulled
const FUEL_COMES_MS = 8; // before a head lets go
const FUEL_LEAVES_MS = 14;

// Something that fades in and out.
export interface Fading extends Point {
  readonly opacity: number;
}

export interface DrawnHead {
  readonly state: HeadState;
  readonly neck_deg: number;
  readonly lobes_deg: number;
  readonly fuel: Fading | null;
}

// Pose of a head now, 0 to 3: upright when it attaches, tilting as it pulls, furthest just before it lets go.
function poseNumber({ state, before, next, since, until }: HeadNow, t: number): number {
  const age = t - since;
  if (state === RESTING) return before === RESTING ? 0 : 3 * (1 - ease(age / 5));
  if (state === PULLED) return 2 + ease(age / 3);
  const pulling = before === PULLED ? 2 : ease(age / 2) + ease((age - 2) / 10);
  return next === RESTING ? pulling + (3 - pulling) * ease((t - until + 3) / 3) : pulling;
}

function blend(pose: number): Pose {
  const low = Math.min(POSES.length - 2, Math.floor(pose));
  const [neck, lobes] = POSES[low] ?? RESTING_POSE;
  const [nextNeck, nextLobes] = POSES[low + 1] ?? RESTING_POSE;
  return [neck + (pose - low) * (nextNeck - neck), lobes + (pose - low) * (nextLobes - lobes)];
}

// A Mg-ATP square comes in during the last moments before a head lets go, and leaves spent.
function fuelAt({ half, side, x }: HeadPlace, surfaceY: number, now: HeadNow, t: number): Fading | null {
  const letsGo = now.state !== RESTING && now.next === RESTING;
  const toGo = letsGo ? now.until - t : Number.POSITIVE_INFINITY;
  const gone = now.state === RESTING && now.before !== RESTING ? t - now.since : Number.POSITIVE_INFINITY;
  if (toGo < FUEL_COMES_MS) {
    const away = toGo * 2.6;
    const opacity = Math.min(1, (FUEL_COMES_MS - toGo) / 3);
    return { opacity, x: x + half * (-9 - away), y: surfaceY + side * (27 - away * 0.35) };
  }
  if (gone >= FUEL_LEAVES_MS) return null;
  const left = ease(gone / 5);
  return {
    opacity: 1 - ease((gone - 5) / 9),
    x: x + half * (20 * left - 9),
    y: surfaceY + side * (27 - 13 * left),
  };
}

export function drawnHead(place: HeadPlace, surfaceY: number, now: HeadNow, t: number): DrawnHead {
  const [neck_deg, lobes_deg] = blend(poseNumber(now, t));
  return { state: now.state, neck_deg, lobes_deg, fuel: fuelAt(place, surfaceY, now, t) };
}
