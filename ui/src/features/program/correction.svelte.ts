import type { Correction } from "../../lib/api/generated";

// Several edits in a row usually rest on one order: the last basis is offered again.
let last: Correction = { reason: "", basis: "", basis_date: null };

/** Why a change is made, for one dialog. */
export class Why {
  value = $state<Correction>({ ...last });

  /** What is sent; remembered for the next dialog. */
  take(): Correction {
    last = { ...this.value };
    return last;
  }

  /** Whether enough is said to try. */
  ready(needsBasis: boolean): boolean {
    const { reason, basis, basis_date } = this.value;
    return reason.trim() !== "" && (!needsBasis || (basis.trim() !== "" && basis_date !== null));
  }
}
