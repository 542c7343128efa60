// Many files judged one after another: how far it is, and a stop.
import { Attempt } from "../../lib/api/attempt.svelte";
import { call } from "../../lib/api/client";
import type { VerifyList, VerifyRow } from "../../lib/api/generated";

/** A short job shows no bar: it would only flash. */
const PATIENCE = 1000;

export class Batch {
  readonly list: VerifyList;
  readonly attempt = new Attempt();
  /** Verdicts so far, in the order of the list. */
  rows = $state.raw<readonly VerifyRow[]>([]);
  /** It takes long enough to be shown. */
  slow = $state(false);
  /** The user asked to stop before the end. */
  stopped = $state(false);

  constructor(list: VerifyList) {
    this.list = list;
  }

  /** How many files were not looked at. */
  get waiting(): number {
    return this.list.files.length - this.rows.length;
  }

  /** Judges what is not judged yet, until the end or a stop. */
  async run(): Promise<void> {
    this.stopped = false;
    const timer = setTimeout(() => (this.slow = true), PATIENCE);
    await this.attempt.run(async () => {
      while (this.waiting > 0 && !this.stopped) {
        const file = this.list.files[this.rows.length];
        if (file) this.rows = [...this.rows, await call("verify.row", { token: file.token })];
      }
    });
    clearTimeout(timer);
    this.slow = false;
  }

  stop(): void {
    this.stopped = true;
  }
}
