// Tiles of causes: filters above, each tile opens in its place.

import { element, openAround } from "../../browser/page_elements.ts";
import { type Place, part, uniqueId } from "../../browser/part.ts";
import { type Speak, speaker, spokenAround } from "../../browser/words.ts";
import { call, hearCalls, type RecordModel, recordOf, setValues } from "../frame/record_model.ts";
import { undoButtons } from "../frame/undo_buttons.ts";
import { causeMap } from "./cause_map.ts";
import { causeTile } from "./cause_tile.ts";
import type { CauseBrowserTraits, CauseFilter, CauseJson } from "./protocol.ts";

const FEW = 12;
// What is always at hand; in a narrow column the others are asked for.
const FIRST_FILTERS = 2;
const ALL = { kind: "all", certainty: "all", article: "all", run: "all" } as const;
const NONE = "none";

class CauseView {
  private readonly place: Place<CauseBrowserTraits>;
  private readonly record: RecordModel;
  private readonly speak: Speak;
  private readonly selects = new Map<string, HTMLSelectElement>();
  private readonly tiles: ReadonlyMap<string, HTMLDetailsElement>;
  private readonly counted = element("p", { role: "status" });
  private readonly list = element("div", { className: "cause-tiles" });
  private readonly all: HTMLButtonElement;
  private readonly more: HTMLButtonElement;
  // The tile that another part has asked for, until it is on show.
  private awaited = "";

  constructor(place: Place<CauseBrowserTraits>, record: RecordModel) {
    const { model, el } = place;
    this.place = place;
    this.record = record;
    this.speak = speaker(model.get("words"), spokenAround(el));
    this.all = element("button", {
      type: "button",
      className: "quiet-button",
      textContent: this.speak("show_all_kinds"),
    });
    this.all.addEventListener("click", () => setValues(record, ALL));
    this.more = element("button", { type: "button", className: "quiet-button cause-more" });
    this.more.addEventListener("click", () => this.showMore());
    this.tiles = new Map(model.get("causes").map((cause) => [cause.id, this.tile(cause)]));
    const filters = model.get("filters").map((filter) => this.filter(filter));
    for (const filter of filters.slice(FIRST_FILTERS)) filter.classList.add("more-filters");
    const filterGroup = element(
      "div",
      { className: "cause-filters", role: "group", ariaLabel: this.speak("filters_name") },
      filters,
    );
    const moreFilters = element("button", {
      type: "button",
      className: "quiet-button cause-more-filters",
      textContent: this.speak("filters_more"),
      ariaExpanded: "false",
    });
    moreFilters.addEventListener("click", () => {
      moreFilters.ariaExpanded = String(filterGroup.classList.toggle("all"));
    });
    el.classList.add("cause-browser");
    el.append(
      causeMap(model.get("causes"), model.get("in_short")),
      filterGroup,
      element("div", { className: "cause-tools short-undo" }, [
        moreFilters,
        this.all,
        undoButtons(record, place.follow),
      ]),
      element("div", { className: "cause-counted" }, [this.counted]),
      this.list,
      this.more,
    );
  }

  show(): void {
    const shown = this.place.model.get("shown");
    this.counted.textContent = this.place.model.get("counted");
    this.list.replaceChildren(...shown.flatMap((id) => this.tiles.get(id) ?? []));
    this.more.textContent = this.speak("show_more", { count: shown.length - FEW });
    this.more.hidden = shown.length <= FEW;
    this.all.hidden = shown.length === this.tiles.size;
    if (shown.includes(this.awaited)) this.reveal();
  }

  follow(): void {
    const values = this.record.get("values");
    for (const [name, select] of this.selects) select.value = String(values[name]);
    for (const [id, tile] of this.tiles) if (tile.open !== (id === values.cause)) tile.open = id === values.cause;
    this.list.classList.toggle("has-open", values.cause !== NONE);
  }

  // The tile that another part of the page asks for; it may have to wait until the kernel shows all causes again.
  come(id: string): void {
    this.list.classList.add("all");
    this.awaited = id;
    setValues(this.record, { ...ALL, cause: id });
    if (this.place.model.get("shown").includes(id)) this.reveal();
  }

  private reveal(): void {
    const tile = this.tiles.get(this.awaited);
    this.awaited = "";
    if (tile) openAround(tile);
    // When the tile has been opened and laid out.
    requestAnimationFrame(() => {
      tile?.scrollIntoView({ block: "start" });
      tile?.querySelector("summary")?.focus({ preventScroll: true });
    });
  }

  private showMore(): void {
    this.list.classList.add("all");
    const next = this.place.model.get("shown")[FEW];
    if (next) this.tiles.get(next)?.querySelector("summary")?.focus();
  }

  private filter({ name, label, choices }: CauseFilter): HTMLElement {
    const options = choices.map((choice) => element("option", { value: choice.value, textContent: choice.label }));
    const select = element("select", { id: uniqueId(name) }, options);
    select.dataset.filter = name;
    select.addEventListener("change", () => setValues(this.record, { [name]: select.value }));
    this.selects.set(name, select);
    return element("div", { className: "cause-filter" }, [
      element("label", { htmlFor: select.id, textContent: label }),
      select,
    ]);
  }

  private tile(cause: CauseJson): HTMLDetailsElement {
    return causeTile({
      cause,
      speak: this.speak,
      toggled: (open) => {
        const isOpen = this.record.get("values").cause;
        if (open && isOpen !== cause.id) setValues(this.record, { cause: cause.id });
        if (!open && isOpen === cause.id) setValues(this.record, { cause: NONE });
      },
      seeSituation: () => {
        setValues(this.record, { situation: cause.situation });
        call(this.record, "situations");
      },
    });
  }
}

export default part<CauseBrowserTraits>(async (place) => {
  const record = await recordOf(place);
  const view = new CauseView(place, record);
  place.follow(place.model, "change:shown change:counted", () => view.show());
  place.follow(record, "change:values", () => view.follow());
  hearCalls(record, "causes", (id) => view.come(id), place.signal);
  view.show();
  view.follow();
});
