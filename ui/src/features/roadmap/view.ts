// The road map as the screen shows it: filters, folding and marks. What is due and how it stands comes from the program.
import type { EventView, OccurrenceState, Roadmap, TaskView } from "../../lib/api/generated";
import { fold } from "../../shared/format";
import type { Option, Tone } from "../../shared/types";

/** What the user wants to see. */
export interface Filter {
  /** Id of a task, or «all». */
  task: string;
  status: StatusFilter;
  /** Words of a level, or «all». */
  level: string;
  search: string;
}

export type StatusFilter = "all" | "overdue" | "soon" | "working" | "done" | "undated";

/** A task with the events that pass the filter. */
export interface Section {
  view: TaskView;
  events: EventView[];
}

export const NO_FILTER: Filter = { task: "all", status: "all", level: "all", search: "" };

const STATES: Record<Exclude<StatusFilter, "all">, readonly OccurrenceState[]> = {
  overdue: ["overdue"],
  soon: ["soon"],
  working: ["running", "in_progress", "partial", "postponed", "continuous"],
  done: ["done"],
  undated: ["undated"],
};

export const statusOptions: Option<StatusFilter>[] = [
  { value: "all", label: "Любое состояние" },
  { value: "overdue", label: "Просрочено" },
  { value: "soon", label: "Скоро срок" },
  { value: "working", label: "Идёт, в работе" },
  { value: "done", label: "Исполнено" },
  { value: "undated", label: "Срок не задан" },
];

const TONES: Record<OccurrenceState, Tone> = {
  overdue: "bad",
  soon: "warn",
  running: "info",
  planned: "muted",
  in_progress: "info",
  partial: "info",
  done: "ok",
  postponed: "info",
  cancelled: "muted",
  not_applicable: "muted",
  continuous: "info",
  before_act: "muted",
  undated: "warn",
};

/** Colour of a state; its word always stands beside. */
export function toneOf(state: OccurrenceState): Tone {
  return TONES[state];
}

/** Whether a filter from an address is one of ours. */
export function isStatusFilter(word: string | null): word is StatusFilter {
  return statusOptions.some((option) => option.value === word);
}

/** Levels that occur in this programme. */
export function levelOptions(roadmap: Roadmap): Option[] {
  const labels = roadmap.tasks.flatMap((task) => task.events.map((view) => view.level_label));
  const distinct = [...new Set(labels)].map((label) => ({ value: label, label }));
  return [{ value: "all", label: "Все исполнители" }, ...distinct];
}

/** Tasks of this programme to choose from. */
export function taskOptions(roadmap: Roadmap): Option[] {
  const tasks = roadmap.tasks.map(({ task }) => ({ value: task.id, label: taskTitle(task) }));
  return [{ value: "all", label: "Все задачи" }, ...tasks];
}

/** «1. Title»; a title alone when the code says nothing. */
export function taskTitle(task: { code: string; title: string }): string {
  return /^\d/.test(task.code) && !task.title.startsWith(task.code)
    ? `${task.code}. ${task.title}`
    : task.title;
}

/** Tasks with the events that pass, each with the group rows above it; `folded` are ids of closed groups. */
export function sections(roadmap: Roadmap, filter: Filter, folded: ReadonlySet<string>): Section[] {
  const tasks = roadmap.tasks.filter(({ task }) => filter.task === "all" || task.id === filter.task);
  const found = tasks.map((view) => ({ view, events: passing(view.events, filter, folded) }));
  return found.filter(({ events }) => events.length > 0);
}

/** Events that have rows below them. */
export function parents(roadmap: Roadmap): ReadonlySet<string> {
  const above = roadmap.tasks.flatMap((task) => task.events.map((view) => view.event.parent_id));
  return new Set(above.filter((id) => id !== null));
}

/** The occurrences of an event that are done, of all. */
export function doneOf(view: EventView): number {
  return view.occurrences.filter(({ state }) => state === "done").length;
}

function passing(events: readonly EventView[], filter: Filter, folded: ReadonlySet<string>): EventView[] {
  const byId = new Map(events.map((view) => [view.event.id, view]));
  const kept = new Set<string>();
  for (const view of events) if (passes(view, filter)) keepWithParents(view, byId, kept);
  return events.filter((view) => kept.has(view.event.id) && !isFolded(view, byId, folded));
}

function keepWithParents(view: EventView, byId: ReadonlyMap<string, EventView>, kept: Set<string>): void {
  for (let up: EventView | undefined = view; up && !kept.has(up.event.id); up = parentOf(up, byId)) {
    kept.add(up.event.id);
  }
}

function isFolded(
  view: EventView,
  byId: ReadonlyMap<string, EventView>,
  folded: ReadonlySet<string>,
): boolean {
  for (let up = parentOf(view, byId); up; up = parentOf(up, byId)) if (folded.has(up.event.id)) return true;
  return false;
}

function parentOf(view: EventView, byId: ReadonlyMap<string, EventView>): EventView | undefined {
  return byId.get(view.event.parent_id ?? "");
}

function passes(view: EventView, filter: Filter): boolean {
  if (view.event.is_group && (filter.status !== "all" || filter.level !== "all")) return false;
  if (filter.level !== "all" && view.level_label !== filter.level) return false;
  return hasStatus(view, filter.status) && hasWords(view, filter.search);
}

function hasStatus(view: EventView, status: StatusFilter): boolean {
  if (status === "all") return true;
  return view.occurrences.some(({ state }) => STATES[status].includes(state));
}

function hasWords({ event }: EventView, search: string): boolean {
  const text = fold(`${event.code} ${event.title} ${event.responsible} ${event.term.raw} ${event.result}`);
  return fold(search)
    .split(/\s+/)
    .every((word) => text.includes(word));
}
