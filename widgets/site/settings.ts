// The settings in the site's header. Choices are kept in this browser; with another language the page opens anew.

import { chooseProjector, followProjector } from "../browser/projector.ts";
import { addressIn, cookieOf } from "./chosen_language.ts";
import { choiceOf, chooseTheme, chosenTheme } from "./chosen_theme.ts";

function keep(cookie: string): void {
  try {
    // biome-ignore lint/suspicious/noDocumentCookie: the server reads the choice before the page's Python starts
    document.cookie = cookie;
  } catch {
    // A browser may refuse to keep anything; then the address alone carries the choice.
  }
}

const form = document.querySelector("#language-choice");
if (form instanceof HTMLFormElement) {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const language = String(new FormData(form).get("language"));
    keep(cookieOf(language, form.dataset.cookiePath ?? "/"));
    location.assign(addressIn(language, location.href));
  });
}

for (const button of document.querySelectorAll<HTMLInputElement>(".theme-choice input")) {
  button.checked = button.value === chosenTheme();
  button.addEventListener("change", () => chooseTheme(choiceOf(button.value)));
}

const projector = document.querySelector<HTMLInputElement>("#projector");
if (projector) {
  const root = document.documentElement;
  const showState = () => {
    projector.checked = root.hasAttribute("data-projector");
  };
  followProjector(root, new AbortController().signal);
  showState();
  projector.addEventListener("change", () => chooseProjector(root, projector.checked));
  // The key of a page changes it too.
  root.addEventListener("explainer-projector", showState);
}
