// The language that was chosen in the settings: the cookie that keeps it, and the address that asks for it.

const A_YEAR_S = 31_536_000;
// The names are those of widgets/site/page_language.py.
const ASKED_BY = "language";
const KEPT_AS = "explainer_language";

export function cookieOf(language: string, path: string): string {
  return `${KEPT_AS}=${encodeURIComponent(language)}; Path=${path}; Max-Age=${A_YEAR_S}; SameSite=Lax`;
}

// The same page, with all else that its address says, in another language.
export function addressIn(language: string, address: string): string {
  const found = new URL(address);
  found.searchParams.set(ASKED_BY, language);
  return found.href;
}
