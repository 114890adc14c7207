import assert from "node:assert/strict";
import { it } from "node:test";
import { WHOLE } from "../../widgets/sarcomere/layouts.ts";
import { drawnSignal } from "../../widgets/sarcomere/machine_motion.ts";
import { signalAt } from "../../widgets/sarcomere/nerve_signal.ts";
import { preparedRun, recordedRun } from "./recorded_runs.ts";

const TEN = preparedRun(recordedRun(10));
const FIFTY = preparedRun(recordedRun(50));

it("the band shows at impulse times only", () => {
  const kinds = [30, 50, 55, 100, 152, 190].map((t) => signalAt(TEN, t, 20).kind);
  assert.deepEqual(kinds, ["none", "pulse", "pulse", "none", "pulse", "none"]);
});

it("the band is at the gate when the impulse is", () => {
  const { tubule } = WHOLE;
  assert.equal(drawnSignal(WHOLE, { kind: "pulse", since_ms: 0, count: 1 }).bandX, tubule.x + tubule.width / 2);
});

it("signals that would flash too fast are drawn steady", () => {
  const kinds = Array.from({ length: 180 }, (_, k) => signalAt(FIFTY, 60 + 3 * k, 10).kind);
  assert.deepEqual([...new Set(kinds)], ["steady"]);
});

it("slowed down enough, they run one by one", () => {
  assert.equal(signalAt(FIFTY, 252, 200).kind, "pulse");
});

it("signals are counted from the first", () => {
  assert.deepEqual(
    [30, 60, 160].map((t) => signalAt(TEN, t, 20).count),
    [0, 1, 2],
  );
});
