// Runs before anything of a page is shown, so that no dark page begins with a white flash.

import { chosenTheme, followChoice, showTheme } from "./chosen_theme.ts";

showTheme(chosenTheme());
followChoice();
