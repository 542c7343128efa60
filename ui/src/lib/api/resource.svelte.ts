import { untrack } from "svelte";
import { type ApiError, call, type CallName, onChanged, type Req, type Res, toApiError } from "./client";

/** An answer of the program that keeps itself fresh. */
export interface Resource<T> {
  /** The last good answer; stays while a newer one is on its way. */
  readonly data: T | undefined;
  /** Why the last attempt failed, or null. */
  readonly error: ApiError | null;
  /** True while an answer is awaited. */
  readonly loading: boolean;
  /** Asks again now. */
  reload(): Promise<void>;
}

/**
 * Reads `name` and reads it again when one of `nouns` changed or, for a function, when `req()` changed.
 * `req()` may return `undefined` to wait. Call it while a component is being set up.
 */
export function resource<K extends CallName>(
  name: K,
  req: Req<K> | (() => Req<K> | undefined),
  nouns: readonly string[],
): Resource<Res<K>> {
  const ask = typeof req === "function" ? (req as () => Req<K> | undefined) : () => req;
  let data = $state.raw<Res<K>>();
  let error = $state.raw<ApiError | null>(null);
  let loading = $state(true);
  let newest = 0;

  async function load(payload: Req<K>): Promise<void> {
    const mine = ++newest;
    loading = true;
    try {
      const value = await call(name, payload);
      if (mine !== newest) return;
      data = value;
      error = null;
    } catch (thrown) {
      if (mine !== newest) return;
      error = toApiError(thrown);
    }
    loading = false;
  }

  async function reload(): Promise<void> {
    const payload = untrack(ask);
    if (payload !== undefined) await load(payload);
  }

  $effect(() => {
    const payload = ask();
    if (payload !== undefined) untrack(() => void load(payload));
  });
  $effect(() => onChanged(nouns, () => void reload()));

  return {
    get data() {
      return data;
    },
    get error() {
      return error;
    },
    get loading() {
      return loading;
    },
    reload,
  };
}
