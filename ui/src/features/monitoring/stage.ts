import type { Stage } from "../../lib/api/generated";
import { date } from "../../shared/format";

/** «01.01.2024 – 31.12.2024», or that the days are not set. */
export function planned(stage: Stage): string {
  const { planned_from: from, planned_to: to } = stage;
  if (from && to) return `${date(from)} – ${date(to)}`;
  if (from) return `с ${date(from)}`;
  return to ? `до ${date(to)}` : "сроки не заданы";
}
