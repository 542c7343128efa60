// A stretch of the calendar that is looked at: a month, a quarter, a year, a school year, or all.

/** How long the stretch is. */
export type Scale = "all" | "month" | "quarter" | "year" | "school";

/** A stretch: its length and any day within it, ISO. */
export interface Period {
  scale: Scale;
  at: string;
}

/** First and last day, ISO; both included. */
export interface Range {
  from: string;
  to: string;
}

const MONTHS = [
  "январь",
  "февраль",
  "март",
  "апрель",
  "май",
  "июнь",
  "июль",
  "август",
  "сентябрь",
  "октябрь",
  "ноябрь",
  "декабрь",
];
const QUARTERS = ["I", "II", "III", "IV"];
const LENGTH: Record<Exclude<Scale, "all">, number> = { month: 1, quarter: 3, year: 12, school: 12 };
/** The school year begins in September. */
const SCHOOL_START = 8;
const DAY = 86_400_000;

/** Number of a day, so that days can be subtracted. */
export function dayNumber(iso: string): number {
  return Date.parse(`${iso}T00:00:00Z`) / DAY;
}

/** ISO day of a month counted from January of year 0. */
function dayOf(month: number, day: number): string {
  const date = new Date(0);
  date.setUTCFullYear(Math.floor(month / 12), ((month % 12) + 12) % 12, day);
  return date.toISOString().slice(0, 10);
}

/** Months since January of year 0. */
export function monthOf(iso: string): number {
  return Number(iso.slice(0, 4)) * 12 + Number(iso.slice(5, 7)) - 1;
}

/** Name of a month: «декабрь». */
export function monthName(month: number): string {
  return MONTHS[((month % 12) + 12) % 12] ?? "";
}

function firstMonth({ scale, at }: Period): number {
  const month = monthOf(at);
  if (scale === "month" || scale === "all") return month;
  if (scale === "quarter") return month - (month % 3);
  if (scale === "year") return month - (month % 12);
  return month - ((month - SCHOOL_START + 12) % 12);
}

/** Days of the period; «all» is the whole of the programme. */
export function rangeOf(period: Period, whole: Range): Range {
  if (period.scale === "all") return whole;
  const first = firstMonth(period);
  return { from: dayOf(first, 1), to: dayOf(first + LENGTH[period.scale], 0) };
}

/** The period after it or before it. */
export function step(period: Period, by: 1 | -1): Period {
  if (period.scale === "all") return period;
  return { ...period, at: dayOf(firstMonth(period) + by * LENGTH[period.scale], 1) };
}

/** «2024 год», «2024/25 учебный год», «IV квартал 2024», «декабрь 2024». */
export function periodWords(period: Period): string {
  const first = firstMonth(period);
  const year = Math.floor(first / 12);
  if (period.scale === "month") return `${monthName(first)} ${year}`;
  if (period.scale === "quarter") return `${QUARTERS[(first % 12) / 3]} квартал ${year}`;
  if (period.scale === "school") return `${year}/${String((year + 1) % 100).padStart(2, "0")} учебный год`;
  return period.scale === "year" ? `${year} год` : "вся программа";
}

/** The day itself, or the nearest one of the range. */
export function clamped(day: string, { from, to }: Range): string {
  if (day < from) return from;
  return day > to ? to : day;
}

/** Whether a stretch of days meets the range. */
export function meets(from: string, to: string, range: Range): boolean {
  return from <= range.to && to >= range.from;
}
