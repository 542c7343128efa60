// What the user wants to see of the road map. How each thing stands is told by the program.
import { words, type OccurrenceState, type OccurrenceView, type Roadmap } from "../../lib/api/generated";
import { fold } from "../../shared/format";
import type { Option } from "../../shared/types";
import { meets, type Period, rangeOf, type Range } from "./period";
import type { Row } from "./rows";

/** All the conditions; «all» or an empty text asks for nothing. */
export interface Filter {
  /** Id of a task. */
  task: string;
  status: StatusFilter;
  /** Words of a level. */
  level: string;
  /** Who answers, see `whoOf`. */
  who: string;
  period: Period;
  search: string;
  /** Only what the programme demands a document for. */
  demanded: boolean;
  /** Only what the school itself owes. */
  own: boolean;
}

export type StatusFilter =
  "all" | "overdue" | "soon" | "working" | "planned" | "done" | "undated" | "before" | "off";

/** A condition that is on, in words, and how to take it off. */
export interface Chip {
  label: string;
  without: Filter;
}

/** Fields chosen from a list. */
export type Facet = "task" | "status" | "level" | "who";

const STATES: Record<Exclude<StatusFilter, "all">, readonly OccurrenceState[]> = {
  overdue: ["overdue"],
  soon: ["soon"],
  working: ["running", "in_progress", "partial", "postponed", "continuous"],
  planned: ["planned"],
  done: ["done"],
  undated: ["undated"],
  before: ["before_act"],
  off: ["cancelled", "not_applicable"],
};

const STATUS_WORDS: Record<StatusFilter, string> = {
  all: "Любое состояние",
  overdue: words.occurrenceState.overdue,
  soon: words.occurrenceState.soon,
  working: "Идёт, в работе",
  planned: words.occurrenceState.planned,
  done: words.occurrenceState.done,
  undated: words.occurrenceState.undated,
  before: words.occurrenceState.before_act,
  off: "Отменено, не относится к школе",
};

/** Nobody is named. */
export const NOBODY = "—";

/** Asks for nothing. */
export function noFilter(today: string): Filter {
  const period: Period = { scale: "all", at: today };
  return {
    task: "all",
    status: "all",
    level: "all",
    who: "all",
    period,
    search: "",
    demanded: false,
    own: false,
  };
}

/** Whether nothing is asked for. */
export function isOff(filter: Filter): boolean {
  return (
    isOpen(filter) && filter.task === "all" && filter.period.scale === "all" && filter.search.trim() === ""
  );
}

/** Whether a word from an address is one of our states. */
export function isStatusFilter(word: string | null): word is StatusFilter {
  return word !== null && word in STATUS_WORDS;
}

/** The rows that pass. `range` limits the days, null does not. */
export function passing(rows: readonly Row[], filter: Filter, range: Range | null): Row[] {
  const wanted = fold(filter.search).split(/\s+/).filter(Boolean);
  return rows.filter((row) => passes(row, filter, range) && wanted.every((word) => row.text.includes(word)));
}

function passes(row: Row, filter: Filter, range: Range | null): boolean {
  const { view, task } = row;
  if (filter.task !== "all" && task.task.id !== filter.task) return false;
  if (view.event.is_group) return isOpen(filter) && range === null;
  if (filter.level !== "all" && view.level_label !== filter.level) return false;
  if (filter.who !== "all" && row.who !== filter.who) return false;
  if (filter.demanded && view.event.evidence_required === "") return false;
  if (filter.own && view.informative) return false;
  if (filter.status === "all" && range === null) return true;
  return view.occurrences.some((item) => hasStatus(item, filter.status) && within(item, range));
}

/** A heading passes by itself only when nothing is asked of the events below it. */
function isOpen({ status, level, who, demanded, own }: Filter): boolean {
  return status === "all" && level === "all" && who === "all" && !demanded && !own;
}

function hasStatus({ state }: OccurrenceView, status: StatusFilter): boolean {
  return status === "all" || STATES[status].includes(state);
}

/** An occurrence without dates is in no limited stretch of days. */
function within({ occurrence }: OccurrenceView, range: Range | null): boolean {
  if (range === null) return true;
  const days = spanOf(occurrence);
  return days !== null && meets(days.from, days.to, range);
}

/** From the first day of the window to the last day on which it may be done; null without dates. */
export function spanOf({ window_from, window_to, due }: OccurrenceView["occurrence"]): Range | null {
  const from = window_from ?? due;
  const ends = [window_to, due].filter((day) => day !== null).toSorted();
  const to = ends.at(-1) ?? from;
  return from && to ? { from, to } : null;
}

/** The days the period allows; null for all. */
export function limits(period: Period, whole: Range): Range | null {
  return period.scale === "all" ? null : rangeOf(period, whole);
}

/** Choices of a list, each with the number of events it would leave. */
export function choices(
  facet: Facet,
  roadmap: Roadmap,
  rows: readonly Row[],
  filter: Filter,
  range: Range | null,
): Option[] {
  return offered(facet, roadmap, rows).map(({ value, label }) => {
    const found = passing(rows, { ...filter, [facet]: value }, range).filter(
      ({ view }) => !view.event.is_group,
    );
    return { value, label: value === "all" ? label : `${label} (${found.length})` };
  });
}

function offered(facet: Facet, roadmap: Roadmap, rows: readonly Row[]): Option[] {
  if (facet === "status") return Object.entries(STATUS_WORDS).map(([value, label]) => ({ value, label }));
  if (facet === "task") {
    const tasks = roadmap.tasks.map(({ task }) => ({ value: task.id, label: taskTitle(task) }));
    return [{ value: "all", label: "Все задачи" }, ...tasks];
  }
  const leaves = rows.filter(({ view }) => !view.event.is_group);
  if (facet === "level")
    return [
      { value: "all", label: "Все исполнители" },
      ...distinct(leaves.map((row) => row.view.level_label)),
    ];
  return [{ value: "all", label: "Все ответственные" }, ...distinct(leaves.map((row) => row.who))];
}

function distinct(values: readonly string[]): Option[] {
  return [...new Set(values)].map((value) => ({ value, label: value === NOBODY ? "Не назначен" : value }));
}

/** The conditions that are on. */
export function chips(filter: Filter, roadmap: Roadmap, periodLabel: string): Chip[] {
  const task = roadmap.tasks.find(({ task }) => task.id === filter.task)?.task;
  const off = (label: string, change: Partial<Filter>): Chip => ({
    label,
    without: { ...filter, ...change },
  });
  return [
    ...(filter.search.trim() ? [off(`«${filter.search.trim()}»`, { search: "" })] : []),
    ...(filter.status !== "all" ? [off(STATUS_WORDS[filter.status], { status: "all" })] : []),
    ...(periodLabel ? [off(periodLabel, { period: { ...filter.period, scale: "all" } })] : []),
    ...(task ? [off(`Задача ${task.code || task.title}`, { task: "all" })] : []),
    ...(filter.level !== "all" ? [off(filter.level, { level: "all" })] : []),
    ...(filter.who !== "all"
      ? [off(`Ответственный: ${filter.who === NOBODY ? "не назначен" : filter.who}`, { who: "all" })]
      : []),
    ...(filter.demanded ? [off("Требует документа", { demanded: false })] : []),
    ...(filter.own ? [off("Только наши", { own: false })] : []),
  ];
}

/** «1. Title»; a title alone when the code says nothing. */
export function taskTitle(task: { code: string; title: string }): string {
  return /^\d/.test(task.code) && !task.title.startsWith(task.code)
    ? `${task.code}. ${task.title}`
    : task.title;
}
