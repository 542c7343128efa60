import { date, plural } from "../../shared/format";

/** A delay of more days is told by its date. */
const LONG = 60;

/** Days to a due date in words: «просрочено на 3 дня», «сегодня», «через 5 дней»; a long delay by the date. */
export function daysWords(days: number, due: string): string {
  if (days < -LONG) return `срок был ${date(due)}`;
  if (days === 0) return "сегодня";
  if (days === 1) return "завтра";
  const count = plural(Math.abs(days), "день", "дня", "дней");
  return days < 0 ? `просрочено на ${count}` : `через ${count}`;
}
