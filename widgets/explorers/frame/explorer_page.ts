// Lays out the parts of an explorer, and says when all of them are ready for use.

import { element } from "../../browser/page_elements.ts";
import { DRAWN, type Place, part } from "../../browser/part.ts";
import { markSeen } from "../../browser/path_steps.ts";
import { chooseProjector, followProjector } from "../../browser/projector.ts";
import { keepFocusClear } from "./clear_focus.ts";
import { computingBar } from "./computing_bar.ts";
import { watchOver } from "./lost_notice.ts";
import { HOME } from "./page_address.ts";
import { followKeys } from "./page_keys.ts";
import { pagePath } from "./page_path.ts";
import { explainTerms } from "./page_terms.ts";
import { framePaper } from "./paper_frame.ts";
import type { ExplorerPageTraits } from "./protocol.ts";
import { keepRecord, restoreRecord } from "./record_keeping.ts";
import { askRecord, call, hearCalls, type RecordModel, recordOf } from "./record_model.ts";
import { followFolds } from "./section_folds.ts";
import { goToSection, type PageSection, pageSection, sectionList } from "./section_heads.ts";
import { followFingers } from "./slider_touch.ts";
import { spokenLine } from "./spoken_line.ts";

interface PageTraits extends Omit<ExplorerPageTraits, "places"> {
  // Place -> the reference of the widget that stands there.
  [place: `part_${string}`]: string;
  places: readonly `part_${string}`[];
}

type PagePlace = Place<PageTraits>;

// A served page has the document for itself; in a notebook it is one output among others.
const SERVED = document.body.dataset.voila !== undefined;

// What the last move changed, on screen and for screen readers; and what went wrong where nothing else says it.
function sayLines(record: RecordModel, { model, el, follow }: PagePlace) {
  const sentence = element("p");
  const changed = element("div", { className: "what-changed" }, [sentence]);
  const behind = element("p");
  const fold = element("details", {}, [
    element("summary", { textContent: model.get("words").settings_behind }),
    behind,
  ]);
  // It follows every movement: no text to look words up in.
  changed.dataset.live = "";
  const fault = element("p", { className: "page-fault", hidden: true, role: "alert" });
  const spoken = spokenLine();
  const show = () => {
    sentence.textContent = record.get("sentence");
    changed.classList.toggle("nothing-said", sentence.textContent === "");
    behind.textContent = record.get("behind");
    if (behind.textContent) sentence.after(fold);
    else fold.remove();
    spoken.say(record.get("sentence"));
    fault.textContent = record.get("fault");
    fault.hidden = !record.get("fault");
  };
  follow(record, "change:sentence change:behind change:fault", show);
  show();
  computingBar({ record, follow, within: changed, left: sentence });
  el.append(spoken.el, fault);
  return { changed, fault };
}

type PlaceName = `part_${string}`;
type Slots = Map<PlaceName, HTMLElement>;

// An empty element for each place, in reading order, from its heading on in the section that begins there.
function layOut(place: PagePlace, record: RecordModel, changed: HTMLElement): Slots {
  const { model, el, follow } = place;
  const places = model.get("places");
  const slots: Slots = new Map(
    places.map((name) => [name, element("div", { className: `place ${name.replace("_", "-")}` })]),
  );
  const grid = element("div");
  const sections: PageSection[] = [];
  const texts = model.get("sections");
  for (const [name, slot] of slots) {
    const text = texts[name];
    if (text) sections.push(pageSection(name.replace("part_", ""), text));
    const section = sections.at(-1);
    if (text && section) grid.append(section.el);
    const around = section?.body ?? grid;
    const bench = model.get("benches").find((names) => names.includes(name));
    if (!bench) around.append(slot);
    else if (bench[0] === name) around.append(element("div", { className: "bench" }, [slot]));
    else benchControls(slots.get(bench[0] as PlaceName)).append(slot);
  }
  grid.className = classesOf(places, sections.length > 0);
  grid.prepend(changed);
  el.append(grid);
  if (sections.length > 0) grid.prepend(openSections(place, record, sections));
  const showState = () => {
    grid.dataset.level = record.get("level");
    grid.dataset.computing = String(record.get("computing"));
  };
  follow(record, "change:level change:computing", showState);
  showState();
  return slots;
}

// Where the controls of a picture go that stands on a bench with them.
function benchControls(picture: HTMLElement | undefined): HTMLElement {
  const known = picture?.nextElementSibling as HTMLElement | null | undefined;
  if (known) return known;
  const made = element("div", { className: "bench-controls" });
  picture?.after(made);
  return made;
}

// Opens what is to be open and lets each head say what its section shows; gives the list that leads to them.
function openSections(
  { model, el, signal, follow }: PagePlace,
  record: RecordModel,
  sections: readonly PageSection[],
): HTMLElement {
  const say = () => {
    const findings = model.get("findings");
    for (const section of sections) section.say(findings[`part_${section.name}`] ?? "");
  };
  follow(model, "change:findings", say);
  say();
  const open = followFolds({ el, page: record.get("page"), sections, signal });
  // A part of this page, or a link on another, leads to one by its name.
  const goTo = (name: string) => {
    const section = sections.find((each) => each.name === name);
    if (section) goToSection(section, open);
  };
  hearCalls(record, "section", goTo, signal);
  return sectionList(sections, model.get("words").sections, open);
}

// What the style sheets go by. They could ask the grid what it holds (`:has`); then every node that is put in anywhere
// below it, a label of a figure for one, would have the whole page styled anew.
function classesOf(places: readonly string[], inSections: boolean): string {
  const names = places.map((place) => place.replace("part_", "with-"));
  const withControls = places.some((place) => place.endsWith("controls"));
  return [
    "explorer-grid",
    ...names,
    ...(withControls ? ["with-controls"] : []),
    ...(inSections ? ["with-sections"] : []),
  ].join(" ");
}

async function drawParts({ model, host, signal }: PagePlace, slots: Slots): Promise<void> {
  await Promise.all(
    [...slots].map(async ([place, slot]) => {
      const drawn = new Promise((resolve) => {
        slot.addEventListener(DRAWN, resolve, { once: true });
      });
      const widget = await host.getWidget(model.get(place));
      await widget.render({ el: slot, signal });
      await drawn;
    }),
  );
}

function keepAndWatch({ model, el, signal }: PagePlace, record: RecordModel): void {
  // Where nothing can be set there is nothing to lose, and nobody behind the page is needed.
  if (Object.keys(record.get("values")).length === 0) return;
  const words = model.get("words");
  const keeps = keepRecord(record, signal);
  if (!keeps) el.append(element("p", { className: "not-kept", textContent: words.not_kept }));
  const worksLong = Object.keys(model.get("sections")).length > 0;
  watchOver({ model, el, signal, words, served: SERVED, keeps, worksLong });
}

// What belongs to a page: on a served page the first of its widgets has the prose around too; JupyterLab draws its prose
// itself.
function wholeOf(el: HTMLElement): HTMLElement {
  const whole = SERVED ? el.closest<HTMLElement>("main") : null;
  return whole?.querySelector(".explainer") === el ? whole : el;
}

// The words of a page come at its very end.
function explain({ model, el, signal }: PagePlace): void {
  keepFocusClear(signal);
  explainTerms({ root: wholeOf(el), terms: model.get("terms"), heading: model.get("words").words_on_page, signal });
}

function prepareForPaper({ model, el, signal }: PagePlace): void {
  const root = wholeOf(el);
  const words = model.get("words");
  const alone = SERVED && root !== el;
  framePaper({ root, words, version: model.get("version"), language: model.get("language"), alone, signal });
}

// JupyterLab cuts off what an output holds; what stays in view while the notebook scrolls could then not. It may draw a
// page before it gives it a place: the first size tells that it has one.
function letStayInView(el: HTMLElement, signal: AbortSignal): void {
  const placed = new ResizeObserver(() => {
    if (!el.isConnected) return;
    placed.disconnect();
    for (const name of [".jp-OutputArea-output", ".jp-OutputArea-child", ".jp-OutputArea"]) {
      const around = el.closest<HTMLElement>(name);
      if (around) around.style.overflow = "visible";
    }
  });
  placed.observe(el);
  signal.addEventListener("abort", () => placed.disconnect(), { once: true });
}

async function draw(place: PagePlace): Promise<void> {
  const { model, el, signal } = place;
  letStayInView(el, signal);
  el.classList.add("explainer");
  // The frame of a served page says both too; in JupyterLab nothing else does.
  el.lang = model.get("language");
  el.dir = model.get("direction");
  const record = await recordOf(place);
  const page = record.get("page");
  if (!SERVED && page !== HOME) el.append(pagePath(model.get("path"), page));
  markSeen(page);
  // In JupyterLab the page's own element is all that grows.
  const projected = SERVED ? document.documentElement : el;
  followProjector(projected, signal);
  const project = () => chooseProjector(projected, !projected.hasAttribute("data-projector"));
  followKeys({ el, alone: SERVED, signal, step: (step) => askRecord(record, step), project });
  followFingers(el, signal);
  const { changed, fault } = sayLines(record, place);
  try {
    await restoreRecord(record, signal);
    await drawParts(place, layOut(place, record, changed));
    keepAndWatch(place, record);
    prepareForPaper(place);
    explain(place);
  } catch (error) {
    fault.textContent = model.get("words").part_failed;
    fault.hidden = false;
    el.dataset.ready = "failed";
    throw error;
  }
  el.dataset.ready = "true";
  if (SERVED) call(record, "section", location.hash.slice(1));
  // A served page is looked at from outside (page_start.js).
  if (SERVED) document.body.dataset.explainerReady = "true";
}

export default part(draw);
