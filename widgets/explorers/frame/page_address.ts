// Where the links to other pages lead.

export const HOME = "home";

// Served pages stand below the site's own address, and carry the language on; in JupyterLab the notebooks lie side by side.
export function addressOf(page: string, { voila, baseUrl, query = "" }: DOMStringMap): string {
  return voila === undefined ? `${page}.ipynb` : `${baseUrl}render/${page}.ipynb${query}`;
}
