import { plural } from "../../shared/format";

/** Days to a due date in words: «просрочено на 3 дня», «сегодня», «через 5 дней». */
export function daysWords(days: number): string {
  if (days === 0) return "сегодня";
  if (days === 1) return "завтра";
  const count = plural(Math.abs(days), "день", "дня", "дней");
  return days < 0 ? `просрочено на ${count}` : `через ${count}`;
}
