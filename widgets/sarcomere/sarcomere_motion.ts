// Moves the drawn parts to a state. Every position is a function of the run and the time alone, so scrubbing back is exact.

import { band } from "./sarcomere_words.ts";
import { coil, framesAt, pouchLevelY } from "./sarcomere_geometry.ts";
import { SIGNAL_AFTER_MS, SIGNAL_BEFORE_MS, headAt, switchAt, valueAt } from "./sarcomere_state.ts";

export const FLIGHT_MS = 5; // from the gate into the fibre, and from there to where the ion is caught
export const DRIFT_UNITS = 6;
export const JUMP_EVERY_MS = 40; // with reduced motion ions jump
// Angles of lever arm and, on top of it, lobes; degrees from upright, + towards the Z-line: resting, attached, pulling, pulled.
export const POSES = [[52, 34], [26, -20], [2, -24], [-22, -14]];

export function put(node, name, value) {
  const drawn = (node.drawnAttributes ??= {});
  if (drawn[name] === value) return;
  drawn[name] = value;
  node.setAttribute(name, value);
}

export function write(node, content) {
  if (node.drawnText === content) return;
  node.drawnText = content;
  node.textContent = content;
}

export function ease(share) {
  const s = Math.max(0, Math.min(1, share));
  return s * s * (3 - 2 * s);
}

export function move(node, x, y) {
  put(node, "transform", `translate(${x.toFixed(1)} ${y.toFixed(1)})`);
}

export function blend(pose) {
  const low = Math.min(POSES.length - 2, Math.floor(pose));
  const share = pose - low;
  return [0, 1].map((k) => POSES[low][k] + share * (POSES[low + 1][k] - POSES[low][k]));
}

// Pose of a head now: upright when it attaches, tilting as it pulls, furthest just before it lets go.
export function headPose(now, t) {
  const age = t - now.since;
  if (now.state === 0) return now.before ? 3 * (1 - ease(age / 5)) : 0;
  if (now.state === 2) return 2 + ease(age / 3);
  const pulling = now.before === 2 ? 2 : ease(age / 2) + ease((age - 2) / 10);
  return now.next === 0 ? pulling + (3 - pulling) * ease((t - now.until + 3) / 3) : pulling;
}

export function moveHeads(scene, histories, t) {
  let attached = 0;
  let pulled = 0;
  scene.filaments.heads.forEach((head, index) => {
    const now = headAt(histories.heads[index], t);
    attached += now.state > 0;
    pulled += now.state === 2;
    const [neck, lobes] = blend(headPose(now, t));
    put(head.neck, "transform", `rotate(${neck.toFixed(1)})`);
    put(head.lobes, "transform", `translate(0 -19) rotate(${lobes.toFixed(1)})`);
    put(head.group, "class", ["head", "head head-attached", "head head-attached head-pulled"][now.state]);
    moveFuel(scene, head, now, t);
  });
  return { attached, pulled };
}

// A Mg-ATP square comes in during the last 8 ms before a head lets go, and leaves spent.
export function moveFuel(scene, head, now, t) {
  const toGo = now.state > 0 && now.next === 0 ? now.until - t : Infinity;
  const gone = now.state === 0 && now.before > 0 ? t - now.since : Infinity;
  let opacity = 0;
  let away = 0;
  if (toGo < 8) {
    opacity = Math.min(1, (8 - toGo) / 3);
    away = toGo * 2.6;
  } else if (gone < 14) {
    opacity = 1 - ease((gone - 5) / 9);
  }
  put(head.fuel, "opacity", opacity.toFixed(2));
  if (!opacity) return;
  const { half, side, x } = head.place;
  const lift = gone < 14 ? 27 - 13 * ease(gone / 5) : 27;
  const along = gone < 14 ? -9 + 20 * ease(gone / 5) : -9 - away;
  move(head.fuel, x + half * along, head.surface + side * (lift - away * 0.35));
}

export function moveFrames(scene, layout, force, kept) {
  const frames = framesAt(layout, force);
  for (const name of Object.keys(frames)) move(scene.filaments.frames[name], frames[name], 0);
  for (const [name, group] of Object.entries(scene.filaments.zGroups)) move(group, frames[name], 0);
  const { spring } = scene;
  put(spring.coil, "d", coil(layout.rightZ + frames.right, layout.wallX, spring.y, 7, 9));
  put(spring.kept, "opacity", kept === null ? 0 : 1);
  if (kept !== null) put(spring.kept, "d", coil(layout.rightZ + framesAt(layout, kept).right, layout.wallX, spring.y - 28, 7, 5));
}

export function driftOf(place, t, still) {
  const clock = still ? Math.floor(t / JUMP_EVERY_MS) * JUMP_EVERY_MS : t;
  const angle = 2 * Math.PI * (clock / 95 + place.phase);
  return { x: place.x + DRIFT_UNITS * Math.cos(angle) + 2 * Math.sin(2.3 * angle), y: place.y + DRIFT_UNITS * 0.7 * Math.sin(1.31 * angle) };
}

export function moveCalcium(scene, layout, run, histories, t, still) {
  let drawn = 0;
  scene.calcium.forEach(({ node, place }, rank) => {
    const now = switchAt(histories.calcium[rank], t);
    drawn += now.on;
    put(node, "opacity", now.on ? 1 : 0);
    if (!now.on) return;
    const home = driftOf(place, t, still);
    const flight = Math.min(FLIGHT_MS, (now.until - now.since) / 2);
    const out = still ? 1 : ease((t - now.since) / flight);
    const away = still ? 0 : ease((t - now.until + flight) / flight);
    const bend = { x: layout.gate.x - 30, y: layout.cytosol.y + 6 };
    let at = along({ x: layout.gate.x - 20, y: layout.gate.y }, bend, home, out);
    if (away > 0) {
      const goal = catcherOf(scene, layout, run, now.until, rank);
      at = along(at, goal.by ?? at, goal, away);
    }
    move(node, at.x, at.y);
  });
  return drawn;
}

// A bent way from one place to another, past the corner of the store.
export function along(from, by, to, share) {
  const rest = 1 - share;
  return { x: rest * rest * from.x + 2 * rest * share * by.x + share * share * to.x, y: rest * rest * from.y + 2 * rest * share * by.y + share * share * to.y };
}

// Where an ion goes when the free count falls: to a troponin while sites are filling, else to the pump.
export function catcherOf(scene, layout, run, at, rank) {
  const filling = valueAt(run, run.troponin_sites_filled_percent, at + 1) > valueAt(run, run.troponin_sites_filled_percent, at - 1);
  const { x, y } = layout.pump;
  if (!filling) return { x: x + 27, y: y + (rank % 2 ? 9 : -9), by: { x: x + 58, y: y + 58 } };
  return scene.troponinPlaces[(rank * 5) % scene.troponinPlaces.length];
}

export function moveDrifters(list, history, t, still) {
  let drawn = 0;
  list.forEach(({ node, place }, rank) => {
    const now = switchAt(history[rank], t);
    drawn += now.on;
    put(node, "opacity", now.on ? 1 : 0);
    if (!now.on) return;
    const at = driftOf(place, t, still);
    move(node, at.x, at.y);
  });
  return drawn;
}

export function moveStore(scene, layout, histories, state, still) {
  move(scene.store.level, 0, pouchLevelY(layout, state.store_calcium_percent));
  let drawn = 0;
  scene.storeDots.forEach(({ node, place }, rank) => {
    const now = switchAt(histories.store[rank], state.time_ms);
    drawn += now.on;
    put(node, "opacity", now.on ? 1 : 0);
    if (!now.on) return;
    const angle = 2 * Math.PI * ((still ? 0 : state.time_ms / 160) + place.phase);
    move(node, place.x + 3 * Math.cos(angle), place.y + 1.5 * Math.sin(angle));
  });
  return drawn;
}

export function moveSites(scene, histories, state) {
  let filled = 0;
  scene.filaments.troponins.forEach((node, rank) => {
    const now = switchAt(histories.sites[rank], state.time_ms);
    filled += now.on;
    put(node, "opacity", now.on ? 1 : 0);
  });
  const shift = (7 * state.troponin_sites_filled_percent) / 100;
  for (const { ribbon, thin } of scene.filaments.thins) move(ribbon, 0, thin.side * (shift - 3.5));
  return filled;
}

export function moveGate(scene, layout, state) {
  const { x, y } = layout.gate;
  const swing = 0.45 * Math.max(0, Math.min(130, state.release_gate_open_percent));
  put(scene.gate.upper, "transform", `translate(${x} ${y}) rotate(${swing.toFixed(1)} 9 -20) translate(0 ${(-swing * 0.16).toFixed(1)})`);
  put(scene.gate.lower, "transform", `translate(${x} ${y}) rotate(${(-swing).toFixed(1)} 9 20) translate(0 ${(swing * 0.16).toFixed(1)})`);
  move(scene.gate.latch, x - 33, y - 44 + 0.44 * Math.max(0, Math.min(100, state.magnesium_latch_percent)));
}

// One turn: two calcium circles and one Mg-ATP square in at the fibre's side, half a turn, calcium out into the store.
export function movePump(scene, layout, state) {
  const { x, y } = layout.pump;
  const turn = ((state.pumpTurns % 1) + 1) % 1;
  const angle = -180 * (ease((turn - 0.25) / 0.3) + ease((turn - 0.75) / 0.25));
  put(scene.pump.rotor, "transform", `translate(${x} ${y}) rotate(${angle.toFixed(1)})`);
  const radians = (angle * Math.PI) / 180;
  const coming = ease(turn / 0.22);
  const leaving = ease((turn - 0.57) / 0.15);
  const riding = turn < 0.74;
  for (const { side, ion } of scene.pump.cargo) {
    put(ion, "opacity", riding ? (Math.min(1, coming * 1.6) * (1 - leaving)).toFixed(2) : 0);
    if (!riding) continue;
    const px = 16 + 24 * (1 - coming) + 18 * leaving;
    const py = side * 9.5;
    move(ion, x + px * Math.cos(radians) - py * Math.sin(radians), y + px * Math.sin(radians) + py * Math.cos(radians));
  }
  const spent = ease((turn - 0.55) / 0.2);
  put(scene.pump.fuel, "opacity", (Math.min(1, coming * 1.6) * (1 - spent)).toFixed(2));
  move(scene.pump.fuel, x + 26 + 20 * (1 - coming) + 8 * spent, y + 30 + 14 * (1 - coming) + 6 * spent);
}

export function moveSignal(scene, layout, signal, t) {
  const { band, down, steady, middle } = scene.membrane;
  put(steady, "opacity", signal.kind === "steady" ? 1 : 0);
  const moving = signal.kind === "pulse";
  const speed = (layout.width + 80 - middle) / SIGNAL_AFTER_MS;
  const x = signal.since < 0 ? middle * (1 + signal.since / SIGNAL_BEFORE_MS) : middle + speed * signal.since;
  put(band, "opacity", moving ? 1 : 0);
  if (moving) move(band, x, 0);
  const glow = moving && signal.since >= -0.5 ? ease((signal.since + 0.5) / 0.5) * (1 - ease((signal.since - 3) / 5)) : 0;
  put(down, "opacity", glow.toFixed(2));
}
