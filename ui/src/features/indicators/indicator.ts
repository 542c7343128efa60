// What the screens of indicators and monitoring say alike.
import {
  type Fact,
  type Indicator,
  type IndicatorCell,
  type IndicatorState,
  words,
} from "../../lib/api/generated";
import type { Tone } from "../../shared/types";

/** Tables whose changes show on a sheet of indicators. */
export const SHEET_NOUNS = ["program", "task", "indicator", "indicator_target", "indicator_value", "stage"];

/** How a state is marked. */
export const stateTone: Record<IndicatorState, Tone> = {
  achieved: "ok",
  not_achieved: "bad",
  on_track: "info",
  no_data: "warn",
  not_due: "muted",
};

/** Tone and word of a state; a value that has nothing to be compared with is not «нет данных». */
export function mark(state: IndicatorState, hasFact: boolean): { tone: Tone; label: string } {
  if (state === "no_data" && hasFact) return { tone: "muted", label: "не с чем сравнить" };
  return { tone: stateTone[state], label: words.indicatorState[state] };
}

/** The municipality keeps this indicator: the school enters nothing. */
export function isMunicipal(indicator: Indicator): boolean {
  return indicator.projection === "municipal_only";
}

/** Which fields the fact of an indicator is entered in. */
export function factKind(indicator: Indicator): Fact["kind"] {
  const { projection, unit } = indicator;
  if (projection === "flag" || projection === "dynamics") return "flag";
  if (projection !== "count") return "share";
  return unit === "score" || unit === "mark" ? "score" : "count";
}

/** Whom a share counts, in the words of its two fields. */
export function counted(indicator: Indicator): { part: string; whole: string; unit: string } {
  const unit =
    { teachers: "педагогов", pupils: "обучающихся", parents: "родителей" }[
      indicator.projection as "teachers" | "pupils" | "parents"
    ] ?? "";
  return { part: "Сколько выполнили", whole: unit ? `Всего ${unit}` : "Из скольких всего", unit };
}

/** A cell with a target that waits for its value or missed it. */
export function isLeft(cell: IndicatorCell, state: "no_data" | "not_achieved"): boolean {
  return cell.target !== null && cell.state === state && (state !== "no_data" || cell.fact === null);
}

/** Which cells to show. */
export type Filter = "all" | "no_data" | "not_achieved";

/** A cell that the filter keeps. */
export function keeps(filter: Filter, cell: IndicatorCell): boolean {
  return filter === "all" || isLeft(cell, filter);
}
