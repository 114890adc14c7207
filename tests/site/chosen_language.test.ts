import assert from "node:assert/strict";
import { test as it } from "node:test";
import { addressIn, cookieOf } from "../../widgets/site/chosen_language.ts";

const PAGE = "http://host/page";

it("the address asks for the language and keeps all else that it says", () => {
  const asked = addressIn("de", `${PAGE}?mM=1&language=en#traces`);
  assert.equal(asked, `${PAGE}?mM=1&language=de#traces`);
});
it("the choice is kept for the site's own addresses, for a year", () => {
  assert.equal(cookieOf("de", "/muscle/"), "explainer_language=de; Path=/muscle/; Max-Age=31536000; SameSite=Lax");
});
