// What the screens of indicators and monitoring say alike.
import type { Fact, Indicator, IndicatorCell, IndicatorState } from "../../lib/api/generated";
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

/** Which cells to show. */
export type Filter = "all" | "no_data" | "not_achieved";

/** A cell that the filter keeps. */
export function keeps(filter: Filter, cell: IndicatorCell): boolean {
  return filter === "all" || cell.state === filter;
}
