// What a page carries on paper alone: above it which page this is, from when, where and which version; below it room to
// write; and on every sheet its number.

import { element, fill } from "../../browser/page_elements.ts";
import { followPrinting } from "../../browser/printing.ts";

export interface PaperWords {
  paper_printed: string;
  paper_name: string;
  paper_notes: string;
  paper_page: string;
}

interface Paper {
  // What is printed as one.
  root: HTMLElement;
  words: PaperWords;
  version: string;
  language: string;
  // Where the page stands alone, the sheets are its own.
  alone: boolean;
  signal: AbortSignal;
}

export function framePaper({ root, words, version, language, alone, signal }: Paper): void {
  const printed = element("p");
  const head = element("div", { className: "paper-head paper-only" }, [
    printed,
    element("p", { className: "paper-name", textContent: words.paper_name }),
  ]);
  const notes = element("div", { className: "paper-notes paper-only" }, [
    element("p", { textContent: words.paper_notes }),
    element("div", { className: "paper-lines" }),
  ]);
  const sheets = element("style");
  root.prepend(head);
  root.append(notes, ...(alone ? [sheets] : []));
  const write = () => {
    const date = new Date().toLocaleDateString(language, { dateStyle: "long" });
    const address = location.origin + location.pathname;
    printed.textContent = fill(words.paper_printed, { date, address, version });
    sheets.textContent = runningFoot(document.title, words.paper_page);
  };
  // What no one asks for is written when it is needed: the date is that of the print.
  followPrinting((begins) => begins && write(), signal);
}

// Browsers that know no boxes in the margin leave it out.
function runningFoot(title: string, page: string): string {
  const text = (said: string) => JSON.stringify(said.replaceAll("<", " "));
  return `@page {
    @bottom-left { content: ${text(title)}; font: 9pt sans-serif; color: dimgray }
    @bottom-right { content: ${text(`${page} `)} counter(page) " / " counter(pages); font: 9pt sans-serif; color: dimgray }
  }`;
}
