import { call } from "../../lib/api/client";

/** How often the program of signing is asked after, milliseconds. */
const GLANCE = 500;

/** The program of signing at work. */
export class Running {
  /** What it is doing, a sentence; empty while none is at work. */
  doing = $state("");
  #stopped = false;

  /** Waits for the state in which it has ended; null when it was stopped. */
  async ended<S extends { label: string }>(
    begin: () => Promise<S>,
    ask: () => Promise<S>,
  ): Promise<S | null> {
    this.#stopped = false;
    try {
      let state = await begin();
      while (state.label !== "") {
        this.doing = state.label;
        await new Promise((later) => setTimeout(later, GLANCE));
        if (this.#stopped) return null;
        state = await ask();
      }
      return state;
    } finally {
      this.doing = "";
    }
  }

  /** Stops it, with all that it has started. */
  async stop(): Promise<void> {
    this.#stopped = true;
    await call("issue.stop_command", null);
  }
}
