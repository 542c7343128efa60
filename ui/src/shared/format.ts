// Russian forms of numbers, dates and counts. A number with no value is an em dash.

const NOTHING = "—";
const months = [
  "января",
  "февраля",
  "марта",
  "апреля",
  "мая",
  "июня",
  "июля",
  "августа",
  "сентября",
  "октября",
  "ноября",
  "декабря",
];
const whole = new Intl.NumberFormat("ru-RU", { maximumFractionDigits: 0 });
const clock = new Intl.DateTimeFormat("ru-RU", { hour: "2-digit", minute: "2-digit" });
const rules = new Intl.PluralRules("ru-RU");

/** `2026-11-22` (or an instant beginning so) → `22.11.2026`. */
export function date(iso: string | null | undefined): string {
  const parts = split(iso);
  return parts ? `${parts.day}.${parts.month}.${parts.year}` : NOTHING;
}

/** `2026-11-22` → `22 ноября 2026`; without the year when `year` is false. */
export function dateWords(iso: string | null | undefined, year = true): string {
  const parts = split(iso);
  if (!parts) return NOTHING;
  const text = `${Number(parts.day)} ${months[Number(parts.month) - 1]}`;
  return year ? `${text} ${parts.year}` : text;
}

/** An ISO instant → `22.11.2026 12:04` by the clock of this computer. */
export function dateTime(iso: string | null | undefined): string {
  const at = iso ? new Date(iso) : null;
  if (!at || Number.isNaN(at.getTime())) return NOTHING;
  return `${two(at.getDate())}.${two(at.getMonth() + 1)}.${at.getFullYear()} ${time(at)}`;
}

/** Hours and minutes, `12:04`. */
export function time(at: Date): string {
  return clock.format(at);
}

/** `12 345,6` with at most `digits` after the comma. */
export function number(value: number | null | undefined, digits = 1): string {
  if (value === null || value === undefined || !Number.isFinite(value)) return NOTHING;
  if (digits === 0) return whole.format(value);
  return new Intl.NumberFormat("ru-RU", { maximumFractionDigits: digits }).format(value);
}

/** A value already in percent → `37,5 %`. */
export function percent(value: number | null | undefined, digits = 1): string {
  const text = number(value, digits);
  return text === NOTHING ? NOTHING : `${text}\u00a0%`;
}

/** Share of `part` in `all`, rounded once, → `37,5 %`; an em dash when there is nothing to divide by. */
export function share(part: number | null | undefined, all: number | null | undefined, digits = 1): string {
  if (part === null || part === undefined || !all) return NOTHING;
  return percent((part / all) * 100, digits);
}

/** `3 педагога`: the count with the right form of the word. */
export function plural(n: number, one: string, few: string, many: string): string {
  return `${whole.format(n)}\u00a0${pluralWord(n, one, few, many)}`;
}

/** The right form of the word alone. */
export function pluralWord(n: number, one: string, few: string, many: string): string {
  const form = rules.select(Math.abs(n));
  if (form === "one") return one;
  return form === "few" || form === "other" ? few : many;
}

/** `Иванова Мария Петровна` → `Иванова М. П.` */
export function shortName(full: string): string {
  const [surname = "", ...rest] = full.trim().split(/\s+/);
  return [surname, ...rest.map((name) => `${name.charAt(0)}.`)].join("\u00a0");
}

/** Folds case and ё so that a search finds «Семёнов» by «семенов». */
export function fold(text: string): string {
  return text.toLocaleLowerCase("ru-RU").replaceAll("ё", "е");
}

function split(iso: string | null | undefined): { year: string; month: string; day: string } | null {
  const found = /^(\d{4})-(\d{2})-(\d{2})/.exec(iso ?? "");
  return found ? { year: found[1] ?? "", month: found[2] ?? "", day: found[3] ?? "" } : null;
}

function two(n: number): string {
  return String(n).padStart(2, "0");
}
