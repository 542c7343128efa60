// What the frame itself asks of the program: undo, redo, lock.
import { call, toApiError } from "../lib/api/client";
import { notify } from "../shared/notify.svelte";

/** Takes back the last change and offers to bring it again. */
export async function undo(): Promise<void> {
  await attempt(async () => {
    const what = await call("history.undo", null);
    if (what === null) notify("Отменять больше нечего", { tone: "info" });
    else notify(`Отменено: ${what}`, { action: { label: "Вернуть", run: redo } });
  });
}

/** Brings back the last change taken away. */
export async function redo(): Promise<void> {
  await attempt(async () => {
    const what = await call("history.redo", null);
    if (what === null) notify("Возвращать нечего", { tone: "info" });
    else notify(`Возвращено: ${what}`, { action: { label: "Отменить", run: undo } });
  });
}

/** Closes the base until the password is given. */
export async function lock(): Promise<void> {
  await attempt(async () => {
    await call("app.lock", null);
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
