// What the parts of the journal have in common.
import type { EntryState, JournalEntry, JournalInput } from "../../lib/api/generated";
import type { Tone } from "../../shared/types";

/** Tables that change the journal. */
export const NOUNS = ["report", "report_file", "dispatch", "pending_signing"];

/** No choice but by words. */
export const ANYTHING: Omit<JournalInput, "query"> = { kind: null, year: null };

/** The whole journal. */
export const EVERYTHING: JournalInput = { query: "", ...ANYTHING };

export const stateTone: Record<EntryState, Tone> = { in_force: "info", sent: "ok", superseded: "muted" };

/** «№ 5 от 20.12.2024». */
export function numbered(entry: JournalEntry, day: string): string {
  return `№ ${entry.report.number} от ${day}`;
}

/** `12 345` bytes as «12 КБ». */
export function size(bytes: number): string {
  const kilobytes = Math.max(1, Math.round(bytes / 1024));
  return kilobytes < 1024
    ? `${kilobytes}\u00a0КБ`
    : `${(kilobytes / 1024).toFixed(1).replace(".", ",")}\u00a0МБ`;
}
