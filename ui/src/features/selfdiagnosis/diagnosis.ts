// What the pages of self-diagnosis say alike.
import type { Instrument, Item, ResponseView, ScalePoint } from "../../lib/api/generated";
import type { Tone } from "../../shared/types";

/** Tables whose changes show on the overview. */
export const DIAGNOSIS_NOUNS = ["person", "response", "deficit", "tandem", "indicator_target", "stage"];

/** The key and choice that stand for «не веду». */
export const NOT_APPLICABLE = 9;

/** How a severity is marked: 2 consultation, 3 training. */
export function severityTone(severity: number): Tone {
  return severity >= 3 ? "bad" : "warn";
}

/** The key of an answer. */
export function keyOf(point: ScalePoint): number {
  return point.v ?? NOT_APPLICABLE;
}

/** The answers of an item, short: the words before the first comma or bracket. */
export function choices(instrument: Instrument, item: Item): { value: number; label: string }[] {
  const scale = instrument.scales[item.scale] ?? [];
  return scale.map((point) => ({ value: keyOf(point), label: `${keyOf(point)} · ${short(point.label)}` }));
}

/** The answer given to an item, or null while there is none. */
export function answerOf(view: ResponseView, item: string): number | null {
  const answer = view.response.answers[item];
  return answer === undefined ? null : (answer ?? NOT_APPLICABLE);
}

/** First item without an answer after `from`, going round; null when all are answered. */
export function nextEmpty(view: ResponseView, from: number): number | null {
  const items = view.instrument.items;
  for (let step = 1; step <= items.length; step++) {
    const at = (from + step) % items.length;
    if (answerOf(view, items[at]?.id ?? "") === null) return at;
  }
  return null;
}

function short(label: string): string {
  return label.split(/[,(]/)[0]?.trim() ?? label;
}
