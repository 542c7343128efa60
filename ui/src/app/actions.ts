// What the frame itself asks of the program: undo, redo, lock.
import { call, toApiError } from "../lib/api/client";
import { notify } from "../shared/notify.svelte";

/** Takes back the last change and offers to bring it again. */
export async function undo(): Promise<void> {
  await attempt(async () => {
    const before = await call("history.list", { limit: 1 });
    if (!before.can_undo) return void notify("Отменять больше нечего", { tone: "info" });
    await call("history.undo", null);
    notify(`Отменено: «${before.can_undo}»`, { action: { label: "Вернуть", run: redo } });
  });
}

/** Says that something was saved and offers to take it back. */
export function notifySaved(text: string): void {
  notify(text, { action: { label: "Отменить", run: undo } });
}

/** Brings back the last change taken away. */
export async function redo(): Promise<void> {
  await attempt(async () => {
    const before = await call("history.list", { limit: 1 });
    if (!before.can_redo) return void notify("Возвращать нечего", { tone: "info" });
    await call("history.redo", null);
    notify(`Возвращено: «${before.can_redo}»`, { action: { label: "Отменить", run: undo } });
  });
}

/** Closes the base until the password is given. */
export async function lock(): Promise<void> {
  await attempt(async () => {
    await call("base.lock", null);
  });
}

async function attempt(act: () => Promise<void>): Promise<void> {
  try {
    await act();
  } catch (thrown) {
    const { message, hint } = toApiError(thrown);
    notify([message, hint].filter(Boolean).join(" "), { tone: "bad" });
  }
}
