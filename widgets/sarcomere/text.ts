// Writes only what is new: a text that stays costs nothing.

export function write(node: Node | null, text: string): void {
  if (node && node.textContent !== text) node.textContent = text;
}
