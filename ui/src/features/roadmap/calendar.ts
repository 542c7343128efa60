// Where days lie on the calendar. Fractions of the width: 0 is the first day of the axis, 1 the end of the last one.
import type { OccurrenceView } from "../../lib/api/generated";
import { spanOf } from "./filter";
import { dayNumber, meets, monthName, monthOf, type Range } from "./period";

/** A label of the head of the calendar. */
export interface Tick {
  at: number;
  width: number;
  label: string;
  /** A year above the labels, where one begins. */
  year: string;
}

/** The days that are shown. */
export interface Axis {
  range: Range;
  ticks: Tick[];
  /** Where today is; null when it is not shown. */
  today: number | null;
}

/** An occurrence on the calendar. */
export interface Bar {
  item: OccurrenceView;
  left: number;
  width: number;
  /** The row within the row, for those that overlap. */
  lane: number;
  /** Part of the width that lies after the window: where it was put off to. */
  tail: number;
  /** It begins before or goes on after what is shown. */
  cutLeft: boolean;
  cutRight: boolean;
  /** Work without a date to be done by. */
  thin: boolean;
}

const LONG_MONTHS = 20;
const QUARTERS = ["I", "II", "III", "IV"];

/** The axis of a stretch of days. */
export function axisOf(range: Range, today: string): Axis {
  const shown = today >= range.from && today <= range.to;
  return { range, ticks: ticks(range), today: shown ? place(today, range) : null };
}

/** Where a day begins. */
function place(day: string, { from, to }: Range): number {
  const first = dayNumber(from);
  return (dayNumber(day) - first) / (dayNumber(to) + 1 - first);
}

function ticks(range: Range): Tick[] {
  const [first, last] = [monthOf(range.from), monthOf(range.to)];
  if (first === last) return days(range);
  const long = last - first + 1 > LONG_MONTHS;
  const size = long ? 3 : 1;
  const start = first - (first % size);
  const count = Math.floor((last - start) / size) + 1;
  return Array.from({ length: count }, (_, n) => tick(start + n * size, size, range, n === 0));
}

function days(range: Range): Tick[] {
  const first = Number(range.from.slice(8));
  const count = dayNumber(range.to) - dayNumber(range.from) + 1;
  const year = `${monthName(monthOf(range.from))} ${range.from.slice(0, 4)}`;
  return Array.from({ length: count }, (_, n) => ({
    at: n / count,
    width: 1 / count,
    label: String(first + n),
    year: n === 0 ? year : "",
  }));
}

function tick(month: number, size: number, range: Range, isFirst: boolean): Tick {
  const at = Math.max(0, place(isoMonth(month), range));
  const end = Math.min(1, place(isoMonth(month + size), range));
  const label = size === 3 ? (QUARTERS[(month % 12) / 3] ?? "") : monthName(month);
  const year = isFirst || month % 12 === 0 ? String(Math.floor(month / 12)) : "";
  return { at, width: end - at, label, year };
}

function isoMonth(month: number): string {
  return `${String(Math.floor(month / 12)).padStart(4, "0")}-${String((month % 12) + 1).padStart(2, "0")}-01`;
}

/** The occurrences that are seen, each in a lane where nothing covers it. */
export function barsOf(items: readonly OccurrenceView[], { range }: Axis): Bar[] {
  const ends: number[] = [];
  const bars: Bar[] = [];
  for (const item of items) {
    const bar = barOf(item, range);
    if (!bar) continue;
    const free = ends.findIndex((end) => end <= bar.left + 1e-6);
    bar.lane = free < 0 ? ends.length : free;
    ends[bar.lane] = bar.left + bar.width;
    bars.push(bar);
  }
  return bars;
}

function barOf(item: OccurrenceView, range: Range): Bar | null {
  const { occurrence } = item;
  const days = spanOf(occurrence);
  if (!days || !meets(days.from, days.to, range)) return null;
  const left = Math.max(0, place(days.from, range));
  const right = Math.min(1, endOf(days.to, range));
  const windowEnd =
    occurrence.window_to && occurrence.window_to < days.to ? endOf(occurrence.window_to, range) : right;
  return {
    item,
    left,
    width: right - left,
    lane: 0,
    tail: Math.min(1, Math.max(0, (right - windowEnd) / (right - left))),
    cutLeft: days.from < range.from,
    cutRight: days.to > range.to,
    thin: occurrence.due === null,
  };
}

function endOf(day: string, range: Range): number {
  const one = 1 / (dayNumber(range.to) + 1 - dayNumber(range.from));
  return place(day, range) + one;
}

/** Lanes of a row of bars. */
export function lanesOf(bars: readonly Bar[]): number {
  return Math.max(0, ...bars.map((bar) => bar.lane + 1));
}
