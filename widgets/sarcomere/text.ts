// Writes only what is new, into the text that is there: a text that stays costs nothing, and no node comes or goes.

export function write(node: Node | null, text: string): void {
  if (!node || node.textContent === text) return;
  const { firstChild, lastChild } = node;
  if (firstChild instanceof Text && firstChild === lastChild) firstChild.data = text;
  else node.textContent = text;
}
