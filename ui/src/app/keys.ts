// Keys of the frame. Physical keys (`code`) are read, so that they work in the Russian layout too.

/** What the frame does on each chord. */
export interface KeyActions {
  undo(): void;
  redo(): void;
  lock(): void;
  scale(by: 1 | -1 | 0): void;
}

const TYPING =
  "textarea, [contenteditable=true], [role=spinbutton], input:not([type=checkbox], [type=radio])";

/** Runs the action of a chord, if the key is one of ours. */
export function handleKey(event: KeyboardEvent, actions: KeyActions): void {
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
  const act = always(event.code, actions) ?? outsideTyping(event, actions);
  if (!act) return;
  event.preventDefault();
  act();
}

function always(code: string, actions: KeyActions): (() => void) | undefined {
  if (code === "KeyL") return () => actions.lock();
  if (code === "Equal" || code === "NumpadAdd") return () => actions.scale(1);
  if (code === "Minus" || code === "NumpadSubtract") return () => actions.scale(-1);
  if (code === "Digit0" || code === "Numpad0") return () => actions.scale(0);
  return undefined;
}

function outsideTyping(event: KeyboardEvent, actions: KeyActions): (() => void) | undefined {
  if ((event.target as Element).closest(TYPING) || document.querySelector("[role=dialog]")) return undefined;
  if (event.code === "KeyY" || (event.code === "KeyZ" && event.shiftKey)) return () => actions.redo();
  if (event.code === "KeyZ") return () => actions.undo();
  return undefined;
}
