// A pair while it is being made.
import type { StepDraft, TandemInput, TandemScope } from "../../lib/api/generated";

/** The fields of the page «Новая пара». */
export interface NewPair {
  /** The deficit it is made for; null for a free topic. */
  deficit: string | null;
  mentee: string | null;
  topic: string;
  mentor: string | null;
  /** Name of a mentor from another school. */
  outside: string;
  scope: TandemScope;
  from: string | null;
  to: string | null;
  steps: StepDraft[];
}

/** An empty page, perhaps for a deficit. */
export function blank(deficit: string | null): NewPair {
  return {
    deficit,
    mentee: null,
    topic: "",
    mentor: null,
    outside: "",
    scope: "internal",
    from: null,
    to: null,
    steps: [],
  };
}

/** What is sent to the program. */
export function input(pair: NewPair): TandemInput {
  return {
    deficit_id: pair.deficit,
    mentor_id: pair.mentor,
    outside_mentor: pair.mentor ? "" : pair.outside.trim(),
    mentee_id: pair.mentee ?? "",
    topic: pair.topic,
    scope: pair.scope,
    started_on: pair.from,
    ends_on: pair.to,
    steps: pair.steps.filter((step) => step.title.trim() || step.due).map((step) => ({ ...step })),
  };
}
