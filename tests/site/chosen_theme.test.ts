import assert from "node:assert/strict";
import { it } from "node:test";
import { choiceOf } from "../../widgets/site/chosen_theme.ts";

it("a choice that was kept is read again, and anything else means what the device says", () => {
  assert.deepEqual(["light", "dark", "system", "purple", null].map(choiceOf), [
    "light",
    "dark",
    "system",
    "system",
    "system",
  ]);
});
