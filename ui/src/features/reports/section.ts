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
