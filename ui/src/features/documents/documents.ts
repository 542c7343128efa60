// Periods as choices of a list.
import type { DocumentsView } from "../../lib/api/generated";
import type { Option } from "../../shared/types";

type Periods = DocumentsView["periods"];

/** Periods of the programme to choose from, by their place in the list. */
export function periodOptions(periods: Periods): Option[] {
  return periods.map(({ label }, i) => ({ value: String(i), label }));
}

/** The period that is offered first: the shortest one with today in it. */
export function currentPeriod(periods: Periods): string {
  const at = periods.findIndex(({ current }) => current);
  return String(Math.max(at, 0));
}

/** The days of the chosen period; empty for the whole programme. */
export function daysOf(periods: Periods, choice: string | null): { from: string | null; to: string | null } {
  const period = periods[Number(choice ?? 0)];
  return { from: period?.from ?? null, to: period?.to ?? null };
}
