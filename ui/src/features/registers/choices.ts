import type { DeficitView, Person } from "../../lib/api/generated";
import type { Option } from "../../shared/types";

/** The choice that stands for no deficit. */
export const NONE = "none";

/** Teachers who work here, and the one already chosen. */
export function staffOptions(people: readonly Person[], chosen: string | undefined): Option[] {
  const kept = people.filter((person) => !person.archived_on || person.id === chosen);
  return kept.map((person) => ({ value: person.id, label: person.fio }));
}

/** Open deficits of a teacher, and the one already chosen. */
export function deficitOptions(
  deficits: readonly DeficitView[],
  person: string | null,
  chosen: string | null | undefined,
): Option[] {
  const own = deficits.filter(({ deficit }) => deficit.person_id === person);
  const kept = own.filter(({ deficit }) => !deficit.closed_on || deficit.id === chosen);
  const list = kept.map(({ deficit, block }) => ({ value: deficit.id, label: deficit.topic, note: block }));
  return [{ value: NONE, label: "Не связан с дефицитом" }, ...list];
}
