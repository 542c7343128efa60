// The draft of an own programme as the screen shows it. What was read and what is doubtful comes from the program.
import { call } from "../../lib/api/client";
import type { TableDraftView, IndicatorRowView, RowState, RowView } from "../../lib/api/generated";
import type { Option, Tone } from "../../shared/types";

/** What of the rows is on show. */
export type Shown = "all" | RowState;

/** A heading with its rows. */
export interface Part<Row> {
  code: string;
  title: string;
  rows: Row[];
}

const TONES: Record<RowState, Tone> = { clear: "info", unclear: "warn", confirmed: "ok", dropped: "muted" };

/** Colour of a state; its word always stands beside. */
export function toneOf(state: RowState): Tone {
  return TONES[state];
}

/** Choices of what to show, with their counts. */
export function shownOptions(rows: readonly { state: RowState }[]): Option<Shown>[] {
  const count = (state: RowState): number => rows.filter((row) => row.state === state).length;
  const words: [Shown, string, number][] = [
    ["all", "Все", rows.length],
    ["unclear", "Требуют уточнения", count("unclear")],
    ["clear", "Прочитано", count("clear")],
    ["confirmed", "Подтверждено", count("confirmed")],
    ["dropped", "Не войдут", count("dropped")],
  ];
  const used = words.filter(([value, , n]) => value === "all" || n > 0);
  return used.map(([value, label, n]) => ({ value, label: `${label} · ${n}` }));
}

/** Rows under their headings, in order; headings without rows on show are left out. */
export function parts<Row extends RowView | IndicatorRowView>(
  sections: TableDraftView["sections"],
  rows: readonly Row[],
  shown: Shown,
): Part<Row>[] {
  const wanted = rows.filter((row) => shown === "all" || row.state === shown);
  const under = (code: string): Row[] => wanted.filter((row) => row.section === code);
  const known = sections.map(({ code, title }) => ({ code, title, rows: under(code) }));
  const codes = new Set(sections.map(({ code }) => code));
  const loose = wanted.filter((row) => !codes.has(row.section));
  return [...known, { code: "", title: "Без раздела", rows: loose }].filter((part) => part.rows.length > 0);
}

/** The headings to choose from. */
export function sectionOptions(sections: TableDraftView["sections"]): Option[] {
  return sections.map(({ code, title }) => ({ value: code, label: title || `Раздел ${code}` }));
}

/** Lets the user choose a table file and reads it; false when she changed her mind. */
export async function openTable(): Promise<boolean> {
  const picked = await call("authoring.pick_file", null);
  if (!picked) return false;
  await call("authoring.open", { token: picked.token });
  return true;
}
