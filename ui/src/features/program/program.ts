// The programme as the screen edits it. What may be changed and what a change means is said by the program.
import type {
  EventFields,
  EventPlan,
  IndicatorPlan,
  Person,
  ProgramView,
  TaskPlan,
} from "../../lib/api/generated";
import { shortName } from "../../shared/format";
import type { Option } from "../../shared/types";
import { taskTitle } from "../roadmap/filter";

/** Tables whose change makes the programme stale on screen. */
export const NOUNS = [
  "program",
  "program_change",
  "program_version",
  "task",
  "event",
  "occurrence",
  "indicator",
  "indicator_target",
  "indicator_value",
  "stage",
  "person",
] as const;

/** The choice that stands for nobody, no group, the end of the list. */
export const NONE = "none";

/** What the user is asked now. */
export type Question =
  | { kind: "event"; plan: EventPlan | null; task: string; parent?: string }
  | { kind: "split"; plan: EventPlan }
  | { kind: "merge"; plans: EventPlan[] }
  | { kind: "move"; plan: EventPlan }
  | { kind: "assign"; plans: EventPlan[] }
  | { kind: "rows"; call: RowsCall; ids: string[]; about: string }
  | { kind: "task"; plan: TaskPlan | null }
  | { kind: "indicator"; plan: IndicatorPlan | null }
  | { kind: "target"; plan: IndicatorPlan; stage: string | null }
  | { kind: "passport" }
  | { kind: "approve" };

/** Calls that leave rows out or take them back. */
export type RowsCall =
  | "program.withdraw_event"
  | "program.restore_event"
  | "program.withdraw_task"
  | "program.restore_task"
  | "program.withdraw_indicator"
  | "program.restore_indicator";

/** A chosen id, or null for «nobody». */
export function given(choice: string | null): string | null {
  return choice === NONE ? null : choice;
}

/** Staff who work here, and the one already chosen. */
export function personOptions(people: readonly Person[], chosen: string | null): Option[] {
  const kept = people.filter((person) => !person.archived_on || person.id === chosen);
  return [
    { value: NONE, label: "Не назначен" },
    ...kept.map((person) => ({ value: person.id, label: shortName(person.fio), note: person.post })),
  ];
}

/** Tasks in the plan to choose from. */
export function taskChoices(view: ProgramView): Option[] {
  const kept = view.tasks.filter(({ task }) => !task.withdrawn_on);
  return kept.map(({ task }) => ({ value: task.id, label: taskTitle(task) }));
}

/** Events in the plan of one task. */
export function planned(view: ProgramView, task: string | null): EventPlan[] {
  const events = view.tasks.find((plan) => plan.task.id === task)?.events ?? [];
  return events.filter(({ event }) => !event.withdrawn_on);
}

/** «1.2. Title», cut for lists. */
export function eventLabel({ event }: EventPlan): string {
  return `${event.code} ${event.title}`;
}

/** What an event says now, as the form has it. */
export function fieldsOf({ event }: EventPlan): EventFields {
  const { code, title, result, evidence_required, responsible, responsible_person_id, level, term, note } =
    event;
  return { code, title, result, evidence_required, responsible, responsible_person_id, level, term, note };
}

/** A new event of the school. */
export function blankFields(): EventFields {
  return {
    code: "",
    title: "",
    result: "",
    evidence_required: "",
    responsible: "",
    responsible_person_id: null,
    level: "school",
    term: { raw: "", segments: [{ kind: "unspecified" }], ambiguous: false, note: null },
    note: "",
  };
}
