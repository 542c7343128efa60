// The period of a report: a quarter «2024-Q4» or a year «2024».
import type { DocumentInput, ReportOverview } from "../../lib/api/generated";
import type { Option } from "../../shared/types";

/** It is a whole year. */
export function isYear(period: string): boolean {
  return /^\d{4}$/.test(period);
}

/** Calendar year of a period. */
export function yearOf(period: string): string {
  return period.slice(0, 4);
}

/** Years that have quarters to report on, newest first. */
export function yearsOf(overview: ReportOverview): string[] {
  return [...new Set(overview.quarters.map(({ period }) => yearOf(period)))];
}

/** Quarters newest first, every year before its quarters. */
export function periodOptions(overview: ReportOverview): Option[] {
  return yearsOf(overview).flatMap((year) => [
    { value: year, label: `${year} год`, note: "годовой отчёт" },
    ...overview.quarters
      .filter(({ period }) => yearOf(period) === year)
      .map((card) => ({
        value: card.period,
        label: card.label,
        note: card.issued ? `выпущено отчётов: ${card.issued}` : card.due,
      })),
  ]);
}

/** The report as a document is asked for. */
export function documentOf(period: string): DocumentInput {
  const year = yearOf(period);
  if (isYear(period)) {
    return { kind: "annual", from: `${year}-01-01`, to: `${year}-12-31`, scope: "all", subject: null };
  }
  const last = Number(period.slice(-1)) * 3;
  const from = `${year}-${two(last - 2)}-01`;
  const to = `${year}-${two(last)}-${new Date(Number(year), last, 0).getDate()}`;
  return { kind: "quarterly", from, to, scope: "all", subject: null };
}

function two(n: number): string {
  return String(n).padStart(2, "0");
}
