// How gate, latch, pump and signal band stand at a moment. Pure functions.

import type { Fading } from "./head_motion.ts";
import { ease } from "./ion_motion.ts";
import type { Layout, Point } from "./layouts.ts";
import { type NerveSignal, SIGNAL_AFTER_MS, SIGNAL_BEFORE_MS } from "./nerve_signal.ts";
import { PUMP_TURN_AT_FULL_RATE_MS } from "./run.ts";

const MOST_TURNS_PER_SECOND = 2.5;
const within = (value: number, most: number) => Math.max(0, Math.min(most, value));

export interface DrawnGate {
  readonly swing_deg: number;
  readonly latch: Point;
}

// Two leaves that swing apart, and a latch on a bolt that can slide across the mouth.
export function drawnGate({ gate }: Layout, openPercent: number, latchPercent: number): DrawnGate {
  return {
    swing_deg: 0.45 * within(openPercent, 130),
    latch: { x: gate.x - 33, y: gate.y - 44 + 0.44 * within(latchPercent, 100) },
  };
}

// How many turns of the run one drawn turn stands for, so that it can be followed by eye however fast the clock goes.
export function pumpGear(slowDown: number): number {
  const turnsPerSecond = 1000 / (PUMP_TURN_AT_FULL_RATE_MS * slowDown);
  return 2 ** Math.max(0, Math.ceil(Math.log2(turnsPerSecond / MOST_TURNS_PER_SECOND)));
}

export interface DrawnPump {
  readonly angle_deg: number;
  readonly cargo: readonly Fading[];
  readonly fuel: Fading;
}

// One turn: two calcium and one Mg-ATP in at the fibre's side, half a turn, calcium out into the store.
export function drawnPump({ pump }: Layout, turns: number): DrawnPump {
  const turn = turns - Math.floor(turns);
  const angle_deg = -180 * (ease((turn - 0.25) / 0.3) + ease((turn - 0.75) / 0.25));
  const coming = ease(turn / 0.22);
  const leaving = ease((turn - 0.57) / 0.15);
  const spent = ease((turn - 0.55) / 0.2);
  const opacity = turn < 0.74 ? Math.min(1, coming * 1.6) * (1 - leaving) : 0;
  const [cos, sin] = [Math.cos((angle_deg * Math.PI) / 180), Math.sin((angle_deg * Math.PI) / 180)];
  const away = 16 + 24 * (1 - coming) + 18 * leaving;
  return {
    angle_deg,
    cargo: [-9.5, 9.5].map((aside) => ({
      opacity,
      x: pump.x + away * cos - aside * sin,
      y: pump.y + away * sin + aside * cos,
    })),
    fuel: {
      opacity: Math.min(1, coming * 1.6) * (1 - spent),
      x: pump.x + 26 + 20 * (1 - coming) + 8 * spent,
      y: pump.y + 30 + 14 * (1 - coming) + 6 * spent,
    },
  };
}

// Where the head of the band is, if one is on the membrane, and how brightly the way down to the gate glows, 0 to 1.
export interface DrawnSignal {
  readonly bandX: number | null;
  readonly glow: number;
  readonly steady: boolean;
}

export function drawnSignal({ tubule, width }: Layout, { kind, since_ms }: NerveSignal): DrawnSignal {
  if (kind !== "pulse") return { bandX: null, glow: 0, steady: kind === "steady" };
  const middle = tubule.x + tubule.width / 2;
  const speed = (width + 80 - middle) / SIGNAL_AFTER_MS;
  const bandX = since_ms < 0 ? middle * (1 + since_ms / SIGNAL_BEFORE_MS) : middle + speed * since_ms;
  const glow = ease((since_ms + 0.5) / 0.5) * (1 - ease((since_ms - 3) / 5));
  return { bandX, glow, steady: false };
}
