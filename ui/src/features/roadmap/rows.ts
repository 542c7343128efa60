// The road map as rows of a tree, with what searching and folding need at hand.
import type { EventView, OccurrenceView, Roadmap, TaskView } from "../../lib/api/generated";
import { fold } from "../../shared/format";
import { NOBODY } from "./filter";

/** An event with its place in the tree. */
export interface Row {
  view: EventView;
  task: TaskView;
  /** The group row above it. */
  parent: Row | null;
  /** Who answers for it; `NOBODY` when nobody is named. */
  who: string;
  /** Everything that is searched, folded; with the words of the rows above it. */
  text: string;
  /** How far it is shifted to the right. */
  depth: number;
  hasChildren: boolean;
}

/** A task with the rows to show. */
export interface Section {
  view: TaskView;
  rows: Row[];
  /** Events among all that pass, shown or folded away. */
  found: number;
}

/** All rows in order. A first row that only repeats its task is left out: the task says it already. */
export function rowsOf(roadmap: Roadmap): Row[] {
  return roadmap.tasks.flatMap(taskRows);
}

function taskRows(task: TaskView): Row[] {
  const byId = new Map<string, Row>();
  const first = task.events[0];
  const echo = first && echoes(task, first) ? first : null;
  for (const view of task.events) {
    if (view === echo) continue;
    const parent = byId.get(view.event.parent_id ?? "") ?? null;
    if (parent) parent.hasChildren = true;
    byId.set(view.event.id, row(view, task, parent, echo ? 1 : 0));
  }
  return [...byId.values()];
}

/** Whether a heading says no more than its task. */
function echoes({ task, events }: TaskView, first: EventView): boolean {
  const alone = events.filter((view) => view.depth === 0).length === 1;
  return first.event.is_group && alone && first.event.title.trim() === task.title.trim();
}

function row(view: EventView, task: TaskView, parent: Row | null, lifted: number): Row {
  const { code, title, responsible, term, result } = view.event;
  const who = [view.responsible_name, responsible.trim()].filter(Boolean).join(", ");
  const own = fold(`${code} ${title} ${who} ${term.raw} ${result}`);
  return {
    view,
    task,
    parent,
    who: view.responsible_name || responsible.trim() || NOBODY,
    text: parent ? `${own} ${parent.text}` : own,
    depth: Math.max(0, view.depth - lifted),
    hasChildren: false,
  };
}

/** The rows that pass by task, with the group rows above them; what is folded away is left out. */
export function sections(
  all: readonly Row[],
  passed: readonly Row[],
  folded: ReadonlySet<string>,
): Section[] {
  const kept = new Set<Row>();
  for (const row of passed) {
    for (let up: Row | null = row; up && !kept.has(up); up = up.parent) kept.add(up);
  }
  const byTask = new Map<TaskView, Section>();
  for (const row of all) {
    if (!kept.has(row)) continue;
    const section = byTask.get(row.task) ?? { view: row.task, rows: [], found: 0 };
    byTask.set(row.task, section);
    if (!row.view.event.is_group) section.found += 1;
    if (!isFolded(row, folded)) section.rows.push(row);
  }
  return [...byTask.values()];
}

function isFolded(row: Row, folded: ReadonlySet<string>): boolean {
  if (folded.has(row.task.task.id)) return true;
  for (let up = row.parent; up; up = up.parent) if (folded.has(up.view.event.id)) return true;
  return false;
}

/** Ids of everything that can be folded. */
export function foldable(all: readonly Row[]): string[] {
  const tasks = new Set(all.map((row) => row.task.task.id));
  return [...tasks, ...all.filter((row) => row.hasChildren).map((row) => row.view.event.id)];
}

/** The occurrences of an event that are done, of all. */
export function doneOf(view: EventView): number {
  return view.occurrences.filter(({ state }) => state === "done").length;
}

/** An occurrence that waits for its dates. */
export interface Undated {
  row: Row;
  item: OccurrenceView;
}

/** What has no place on the calendar yet. */
export function undatedOf(rows: readonly Row[]): Undated[] {
  return rows.flatMap((row) =>
    row.view.occurrences.filter(({ state }) => state === "undated").map((item) => ({ row, item })),
  );
}
