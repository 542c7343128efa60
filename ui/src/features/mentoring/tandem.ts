// What the pages of mentoring say alike.
import type { TandemStatus, TandemView } from "../../lib/api/generated";
import { plural } from "../../shared/format";
import type { Tone } from "../../shared/types";

/** Tables whose changes show on the pages of mentoring. */
export const TANDEM_NOUNS = ["tandem", "mentoring_step", "mentoring_meeting", "person", "deficit"];

/** How a status is marked. */
export const statusTone: Record<TandemStatus, Tone> = { active: "info", completed: "ok", stopped: "muted" };

/** «сделано 2 из 4». */
export function stepsDone(view: TandemView): number {
  return view.steps.filter((step) => step.done_on).length;
}

/** «встреч не было 12 дней», while the pair is active. */
export function quietWords(view: TandemView): string {
  if (!view.quiet_days) return "";
  return `${plural(view.quiet_days, "день", "дня", "дней")} без встреч`;
}
