// Size of everything, kept between runs. All lengths are in rem, so one number scales the window.

const KEY = "opora.scale";
const STEPS = [90, 100, 110, 125, 150, 175, 200] as const;

let percent = $state(100);

/** The scale now, in percent, 90–200. */
export function scale(): number {
  return percent;
}

/** Puts back the scale of the last run. */
export function restoreScale(): void {
  set(Number(localStorage.getItem(KEY)) || 100);
}

/** One step larger or smaller; 0 returns to 100 %. */
export function stepScale(by: 1 | -1 | 0): void {
  if (by === 0) return set(100);
  const next = by > 0 ? STEPS.find((step) => step > percent) : STEPS.findLast((step) => step < percent);
  set(next ?? percent);
}

/** Whether a step that way is still possible. */
export function canScale(by: 1 | -1): boolean {
  return by > 0 ? percent < STEPS[STEPS.length - 1]! : percent > STEPS[0];
}

function set(next: number): void {
  percent = Math.min(200, Math.max(90, next));
  document.documentElement.style.setProperty("--scale", String(percent / 100));
  localStorage.setItem(KEY, String(percent));
}
