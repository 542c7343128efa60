import { time } from "./format";
import type { Tone } from "./types";

/** A short word in the corner of the window. */
export interface Note {
  id: number;
  text: string;
  tone: Tone;
  /** One button, usually «Отменить». */
  action?: { label: string; run: () => void | Promise<void> };
}

const SHORT = 5_000;
const WITH_ACTION = 12_000;

let last = 0;
const timers = new Map<number, ReturnType<typeof setTimeout>>();
const shown = $state<Note[]>([]);

/** The notes on screen, oldest first. */
export function notes(): readonly Note[] {
  return shown;
}

/** Shows a note; one with a button, or about trouble, stays longer. Returns its id. */
export function notify(text: string, more: Partial<Pick<Note, "tone" | "action">> = {}): number {
  const note: Note = { id: ++last, text, tone: more.tone ?? "ok", action: more.action };
  shown.push(note);
  if (shown.length > 3) dismiss(shown[0]?.id ?? 0);
  resume(note);
  return note.id;
}

/** Takes a note away. */
export function dismiss(id: number): void {
  hold(id);
  const at = shown.findIndex((note) => note.id === id);
  if (at >= 0) shown.splice(at, 1);
}

/** Takes away the notes with a button: «Отменить» speaks of the last change, and a newer one has come. */
export function withdraw(): void {
  for (const note of shown.filter((note) => note.action)) dismiss(note.id);
}

/** Stops the clock of a note while the pointer or the focus is on it. */
export function hold(id: number): void {
  clearTimeout(timers.get(id));
  timers.delete(id);
}

/** Starts the clock of a note again. */
export function resume(note: Note): void {
  hold(note.id);
  const wait = note.action || note.tone === "bad" ? WITH_ACTION : SHORT;
  timers.set(
    note.id,
    setTimeout(() => dismiss(note.id), wait),
  );
}

const saved = $state<{ at: Date | null }>({ at: null });

/** «Сохранено 12:04» for the strip of status; empty before the first write. */
export function savedWords(): string {
  return saved.at ? `Сохранено ${time(saved.at)}` : "";
}

/** Remembers that the program has just confirmed a write. */
export function markSaved(): void {
  saved.at = new Date();
}
