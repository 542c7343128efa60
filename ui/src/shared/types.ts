import type { Component } from "svelte";

/** An icon of `@lucide/svelte/icons/…`. */
export type Icon = Component<{ size?: number | string; class?: string; "aria-hidden"?: boolean | "true" }>;

/** Meaning of a mark; colour always comes with a word or an icon. */
export type Tone = "ok" | "warn" | "bad" | "info" | "muted";

/** One choice of a list, scale or set of tabs. */
export interface Option<V extends string | number = string> {
  value: V;
  label: string;
  /** A second, quieter line. */
  note?: string;
  disabled?: boolean;
}

/** Turns a word list of the program (`{planned: "Запланировано"}`) into choices. */
export function options<V extends string>(words: Readonly<Record<V, string>>): Option<V>[] {
  return (Object.entries(words) as [V, string][]).map(([value, label]) => ({ value, label }));
}
