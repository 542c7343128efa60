import { type ApiError, toApiError } from "./client";

/** Runs calls one at a time and keeps the refusal of the last one for the screen. */
export class Attempt {
  /** Why the last run failed, or null. */
  error = $state.raw<ApiError | null>(null);
  /** True while a run is under way. */
  busy = $state(false);

  /** Complaints by name of the field, for the fields that the program found wrong. */
  get fields(): Readonly<Record<string, string>> {
    return fieldErrors(this.error);
  }

  /** Runs `act`; true when it went through. */
  async run(act: () => Promise<unknown>): Promise<boolean> {
    if (this.busy) return false;
    this.busy = true;
    this.error = null;
    try {
      await act();
      return true;
    } catch (thrown) {
      this.error = toApiError(thrown);
      return false;
    } finally {
      this.busy = false;
    }
  }

  /** Forgets the last refusal. */
  clear(): void {
    this.error = null;
  }
}

/** What the program says of each field, from the details of a refusal. */
export function fieldErrors(error: { details: unknown } | null): Record<string, string> {
  const found: Record<string, string> = {};
  if (!Array.isArray(error?.details)) return found;
  for (const { place, message } of error.details as { place?: unknown; message?: unknown }[]) {
    if (typeof place === "string" && typeof message === "string") found[place] = message;
  }
  return found;
}
