// The keyboard on the calendar: one bar takes the Tab, arrows move between bars.

/** The event whose detail is open and the occurrence it was opened at; empty when none. */
export interface Chosen {
  event: string;
  occurrence: string;
}

class Cursor {
  /** Id of the occurrence that had the keyboard last. */
  at = $state("");

  tabindex(id: string): 0 | -1 {
    return this.at === id ? 0 : -1;
  }
}

export const cursor = new Cursor();

/** Handles an arrow pressed on a bar. */
export function move(event: KeyboardEvent, chart: HTMLElement): void {
  const bar = event.target as HTMLElement;
  if (bar.dataset["bar"] === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
  const to = target(event.key, bar, chart);
  if (to === undefined) return;
  event.preventDefault();
  to?.focus({ preventScroll: true });
  to?.scrollIntoView({ block: "nearest" });
}

/** Where the focus goes; null when it stays; undefined when the key is not ours. */
function target(key: string, bar: HTMLElement, chart: HTMLElement): HTMLElement | null | undefined {
  const tracks = [...chart.querySelectorAll<HTMLElement>("[data-track]:has([data-bar])")];
  const row = tracks.findIndex((track) => track.contains(bar));
  const bars = barsIn(tracks[row]);
  const at = bars.indexOf(bar);
  if (key === "ArrowRight") return bars[at + 1] ?? null;
  if (key === "ArrowLeft") return bars[at - 1] ?? null;
  if (key === "Home") return bars[0] ?? null;
  if (key === "End") return bars.at(-1) ?? null;
  if (key === "ArrowDown") return nearest(barsIn(tracks[row + 1]), bar);
  if (key === "ArrowUp") return nearest(barsIn(tracks[row - 1]), bar);
  return undefined;
}

function barsIn(track: HTMLElement | undefined): HTMLElement[] {
  return [...(track?.querySelectorAll<HTMLElement>("[data-bar]") ?? [])];
}

/** The bar that lies nearest in time. */
function nearest(bars: readonly HTMLElement[], to: HTMLElement): HTMLElement | null {
  const away = (bar: HTMLElement): number => Math.abs(middle(bar) - middle(to));
  return bars.toSorted((a, b) => away(a) - away(b))[0] ?? null;
}

function middle(bar: HTMLElement): number {
  const { left, right } = bar.getBoundingClientRect();
  return (left + right) / 2;
}
