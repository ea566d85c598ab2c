/** What stands in an element that holds data. */
export function textOf(id: string): string {
  return document.getElementById(id)?.textContent ?? '';
}
