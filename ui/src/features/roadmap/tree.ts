// Arrows in the tree of the list: up and down between rows, right opens, left closes or goes to the row above.

const LINE = "[data-line]";

/** Handles a key pressed on a row; true when it was an arrow of ours. */
export function walk(event: KeyboardEvent, root: HTMLElement): void {
  const line = (event.target as Element).closest<HTMLElement>(LINE);
  if (!line || event.altKey || event.ctrlKey || event.metaKey || event.target !== line) return;
  const lines = [...root.querySelectorAll<HTMLElement>(LINE)];
  const to = act(event.key, line, lines);
  if (to === undefined) return;
  event.preventDefault();
  to?.focus();
}

/** Where the focus goes; null when it stays; undefined when the key is not ours. */
function act(key: string, line: HTMLElement, lines: HTMLElement[]): HTMLElement | null | undefined {
  const at = lines.indexOf(line);
  const open = line.getAttribute("aria-expanded") === "true";
  if (key === "ArrowDown") return lines[at + 1] ?? null;
  if (key === "ArrowUp") return lines[at - 1] ?? null;
  if (key === "Home") return lines[0] ?? null;
  if (key === "End") return lines.at(-1) ?? null;
  if (key === "ArrowRight") return open ? (lines[at + 1] ?? null) : press(line);
  if (key === "ArrowLeft") return open ? press(line) : above(line, lines.slice(0, at));
  return undefined;
}

function press(line: HTMLElement): null {
  line.click();
  return null;
}

function above(line: HTMLElement, before: HTMLElement[]): HTMLElement | null {
  const level = (element: HTMLElement): number => Number(element.dataset["line"]);
  return before.findLast((element) => level(element) < level(line)) ?? null;
}
