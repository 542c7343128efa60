// The school card as a form.
import type { School, SchoolInput } from "../../lib/api/generated";

/** Fields that reports cannot do without, with what to write into them. */
const REQUIRED: Partial<Record<keyof SchoolInput, string>> = {
  full_name: "Укажите полное наименование, как в уставе",
  short_name: "Укажите краткое наименование",
  territory: "Укажите муниципалитет и регион",
  authority: "Укажите орган управления образованием",
  addressee: "Укажите, кому направляются отчёты",
  director: "Укажите фамилию, имя и отчество директора",
  deputy: "Укажите фамилию, имя и отчество заместителя",
};

/** An empty card; the school year is the one that runs on `today` (ISO). */
export function blankSchool(today: string): SchoolInput {
  const [year = 0, month = 1] = today.split("-").map(Number);
  return {
    full_name: "",
    short_name: "",
    territory: "",
    authority: "",
    addressee: "",
    director: "",
    deputy: "",
    school_year: month >= 8 ? year : year - 1,
    site: "",
    status: "none",
    status_basis: "",
    pupils: null,
  };
}

/** The card as it can be edited. */
export function schoolInput({ id: _id, demo_today: _day, ...input }: School): SchoolInput {
  return input;
}

/** Complaints about required fields left empty. */
export function emptyFields(school: SchoolInput): Record<string, string> {
  const blank = Object.entries(REQUIRED).filter(
    ([field]) => String(school[field as keyof SchoolInput]).trim() === "",
  );
  return Object.fromEntries(blank);
}

/** `2024` → `2024/25`. */
export function yearWords(year: number): string {
  return `${year}/${String((year + 1) % 100).padStart(2, "0")}`;
}

/** School years to choose from: around `today` and the one already chosen. */
export function yearChoices(today: string, chosen: number): { value: string; label: string }[] {
  const now = Number(today.slice(0, 4));
  const years = new Set([chosen, ...Array.from({ length: 8 }, (_, i) => now - 6 + i)]);
  return [...years].sort((a, b) => b - a).map((year) => ({ value: String(year), label: yearWords(year) }));
}

const PARTS: Record<number, [name: string, of: string]> = {
  2: ["полугодие", "Два полугодия"],
  3: ["триместр", "Три триместра"],
  4: ["четверть", "Четыре четверти"],
  5: ["модуль", "Пять модулей"],
  6: ["модуль", "Шесть модулей"],
};

/** How a school year may be divided. */
export const partChoices = Object.entries(PARTS).map(([value, [, label]]) => ({ value, label }));

/** «1-я четверть», «2-й триместр», «1-е полугодие»; `at` counts from nought. */
export function partName(count: number, at: number): string {
  const ending = { 2: "е", 4: "я" }[count] ?? "й";
  return `${at + 1}-${ending} ${PARTS[count]?.[0] ?? "часть"}`;
}
