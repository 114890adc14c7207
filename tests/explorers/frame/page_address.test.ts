// Where the links to other pages lead.

import assert from "node:assert/strict";
import { test as it } from "node:test";
import { addressOf } from "../../../widgets/explorers/frame/page_address.ts";

it("in JupyterLab a page is the notebook beside this one", () => {
  assert.equal(addressOf("intake_table", {}), "intake_table.ipynb");
});

it("a served page stands below the address of its site", () => {
  assert.equal(addressOf("intake_table", { voila: "", baseUrl: "/class/" }), "/class/render/intake_table.ipynb");
});
