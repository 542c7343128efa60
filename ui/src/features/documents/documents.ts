// Periods and subjects of documents as choices of a list.
import type { DocumentCard, DocumentsView } from "../../lib/api/generated";
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

/** Stands in the list for a document made without a subject. */
const WITHOUT = "—";

/** What the document may be about. */
export function subjectOptions(card: DocumentCard): Option[] {
  const without = card.without_subject ? [{ value: WITHOUT, label: card.without_subject }] : [];
  return [...without, ...card.subjects.map(({ id, label }) => ({ value: id, label }))];
}

/** The choice that is offered first; none where one has to be made. */
export function firstSubject(card: DocumentCard): string | null {
  if (card.without_subject) return WITHOUT;
  return card.subjects.length === 1 ? (card.subjects[0]?.id ?? null) : null;
}

/** What to send for the choice. */
export function subjectOf(card: DocumentCard, choice: string | null): string | null {
  return card.subject_label && choice !== WITHOUT ? choice : null;
}

/** Cards under their headings, in the order given. */
export function grouped(cards: readonly DocumentCard[]): [heading: string, cards: DocumentCard[]][] {
  const groups = new Map<string, DocumentCard[]>();
  for (const card of cards) groups.set(card.group, [...(groups.get(card.group) ?? []), card]);
  return [...groups];
}
