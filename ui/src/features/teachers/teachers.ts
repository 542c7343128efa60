// Teachers as the list and the form show them.
import { words, type Person, type PersonInput } from "../../lib/api/generated";
import { fold, number } from "../../shared/format";

/** Subjects of a teacher in words. */
export function subjects(person: Person): string {
  return person.subjects.map((subject) => words.subject[subject]).join(", ");
}

/** Hundredths of an hour → `18,5`. */
export function hours(load: number | null): string {
  return load === null ? "—" : number(load / 100, 2);
}

/** Whether every word of `query` stands in the name, the post or the subjects. */
export function matches(person: Person, query: string): boolean {
  const text = fold(`${person.fio} ${person.post} ${subjects(person)}`);
  return fold(query)
    .split(/\s+/)
    .every((word) => text.includes(word));
}

/** Place of a category in sorting: the highest first. */
export function categoryRank(person: Person): number {
  return Object.keys(words.category).indexOf(person.category);
}

/** A form for a new teacher, or for one already in the list. */
export function personInput(person: Person | null): PersonInput {
  if (person) {
    const { archived_on: _archived, ...input } = person;
    return { ...input, subjects: [...person.subjects] };
  }
  return {
    id: null,
    fio: "",
    post: "Учитель",
    subjects: [],
    category: "none",
    experience_years: null,
    weekly_load: null,
  };
}
