import { type ApiError, toApiError } from "./client";

/** An attempt to do something: whether it runs, and why the last one failed. */
export interface Action {
  readonly error: ApiError | null;
  readonly busy: boolean;
  /** Runs `act`; false when it failed, with the reason in `error`. */
  run(act: () => Promise<unknown>): Promise<boolean>;
  /** What is wrong with a field of the request, for its `error`. */
  field(place: string): string | null;
  /** Forgets the last failure. */
  clear(): void;
}

interface Detail {
  place: string;
  message: string;
}

/** Makes an `Action`; call it while a component is being set up. */
export function action(): Action {
  let error = $state.raw<ApiError | null>(null);
  let busy = $state(false);

  async function run(act: () => Promise<unknown>): Promise<boolean> {
    busy = true;
    error = null;
    try {
      await act();
      return true;
    } catch (thrown) {
      error = toApiError(thrown);
      return false;
    } finally {
      busy = false;
    }
  }

  return {
    get error() {
      return error;
    },
    get busy() {
      return busy;
    },
    run,
    field: (place) => details(error).find((detail) => detail.place === place)?.message ?? null,
    clear: () => (error = null),
  };
}

function details(error: ApiError | null): readonly Detail[] {
  return Array.isArray(error?.details) ? (error.details as Detail[]) : [];
}
