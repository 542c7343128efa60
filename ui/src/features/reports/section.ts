// How a section written by hand stands: whose words will be printed.
import type { Tone } from "../../shared/types";

export type SectionState = "outdated" | "own" | "drafted" | "empty";

export const stateWords: Record<SectionState, string> = {
  outdated: "предложение другое",
  own: "изменено вами",
  drafted: "составлено программой",
  empty: "не заполнено",
};

export const stateTone: Record<SectionState, Tone> = {
  outdated: "warn",
  own: "info",
  drafted: "ok",
  empty: "muted",
};

/** The state of a text beside what the program suggests for it. */
export function stateOf(text: string, suggested: string, outdated = false): SectionState {
  if (outdated) return "outdated";
  if (!text.trim()) return "empty";
  return sameText(text, suggested) ? "drafted" : "own";
}

/** The same words, whatever the blanks and line ends between them. */
export function sameText(one: string, other: string): boolean {
  const words = (text: string): string => text.replaceAll(/\s+/g, " ").trim();
  return words(one) === words(other);
}

/** The route of texts that are written on the page of the report itself. */
export const TEXTS = "#/reports";

/** Id of the text of a section on this page. */
export function textId(number: number): string {
  return `report-text-${number}`;
}

/** Unfolds the text of a section and takes the keyboard there. */
export function showText(number: number): void {
  const section = document.getElementById(textId(number));
  if (!(section instanceof HTMLDetailsElement)) return;
  section.open = true;
  section.scrollIntoView({ block: "start" });
  section.querySelector("summary")?.focus();
}
