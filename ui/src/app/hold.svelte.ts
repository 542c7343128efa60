// The first run creates the base and still has things to show: the frame waits for it.

let held = $state(false);

/** Whether the start screen wants to stay although the base is open. */
export function startHeld(): boolean {
  return held;
}

/** Keeps the start screen, or lets the frame take over. */
export function holdStart(hold: boolean): void {
  held = hold;
}
