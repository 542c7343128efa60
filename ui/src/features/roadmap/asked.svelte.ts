import type { Evidence, EventView, OccurrenceStatus, OccurrenceView } from "../../lib/api/generated";

/** Statuses that need a reason of the user. */
export type ReasonedStatus = Extract<
  OccurrenceStatus,
  "postponed" | "cancelled" | "not_applicable" | "partial"
>;

/** What the user has asked to do with an event or its occurrence. */
export type Question =
  | { kind: "done"; view: EventView; item: OccurrenceView }
  | { kind: "status"; view: EventView; item: OccurrenceView; status: ReasonedStatus }
  | { kind: "term"; view: EventView; item: OccurrenceView | null }
  | { kind: "evidence"; view: EventView; item: OccurrenceView }
  | { kind: "drop"; view: EventView; item: OccurrenceView; evidence: Evidence };

/** The dialog that is open on the road map, if any. */
export class Asked {
  question = $state.raw<Question | null>(null);
}
