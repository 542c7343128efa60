// The only importer of @tauri-apps: every word between the window and the program passes here.
import { invoke, isTauri } from "@tauri-apps/api/core";
import type { Calls } from "./generated";

/** Name of a call of the program, such as `teachers.list`. */
export type CallName = keyof Calls;
/** What a call expects. */
export type Req<K extends CallName> = Calls[K]["req"];
/** What a call gives back. */
export type Res<K extends CallName> = Calls[K]["res"];

/** A refusal or failure of a call, with Russian words for the user. */
export class ApiError extends Error {
  override readonly name = "ApiError";
  /** Word from the program's small list of codes; the window may branch on it. */
  readonly code: string;
  /** What the user can do now; may be empty. */
  readonly hint: string;
  /** Anything more for the curious: a place in a file, an id. Never shown by itself. */
  readonly details: unknown;

  constructor(code: string, message: string, hint = "", details: unknown = null) {
    super(message);
    this.code = code;
    this.hint = hint;
    this.details = details;
  }
}

interface Reply {
  value: unknown;
  changed: string[];
}

/** The noun that stands for the file itself: opened, locked or exchanged for another. */
export const BASE = "base";

/** Runs one call. A write publishes what it changed before the promise resolves. */
export async function call<K extends CallName>(name: K, req: Req<K>): Promise<Res<K>> {
  const touchesBase = name.startsWith(`${BASE}.`) && name !== "base.status";
  try {
    const reply = isTauri() ? await throughTauri(name, req) : await throughLoopback(name, req);
    const changed = touchesBase ? [...reply.changed, BASE] : reply.changed;
    if (changed.length > 0) publish(changed);
    if (!name.startsWith(`${BASE}.`)) closedSeen = false;
    return reply.value as Res<K>;
  } catch (thrown) {
    const error = toApiError(thrown);
    if (!name.startsWith(`${BASE}.`)) noticeClosed(error);
    throw error;
  }
}

let closedSeen = false;

/** When the file was closed behind the window's back, the frame asks for its state anew: once, not in a circle. */
function noticeClosed(error: ApiError): void {
  if (closedSeen || (error.code !== "locked" && error.code !== "no_base")) return;
  closedSeen = true;
  publish([BASE]);
}

/** Turns whatever was thrown into an `ApiError` fit for the user's eyes. */
export function toApiError(thrown: unknown): ApiError {
  if (thrown instanceof ApiError) return thrown;
  if (isRefusal(thrown)) return new ApiError(thrown.code, thrown.message, thrown.hint ?? "", thrown.details);
  return new ApiError(
    "internal",
    "Программа не смогла выполнить действие.",
    "Сохранённые данные не пострадали. Повторите; если не поможет, закройте и снова откройте программу.",
    String(thrown),
  );
}

async function throughTauri(name: string, payload: unknown): Promise<Reply> {
  return invoke<Reply>("rpc", { name, payload });
}

async function throughLoopback(name: string, payload: unknown): Promise<Reply> {
  const response = await post(`/rpc/${name}`, payload);
  const body: unknown = await response.json().catch(() => null);
  if (response.ok && isReply(body)) return body;
  throw isRefusal(body) ? toApiError(body) : unreachable(`HTTP ${response.status}`);
}

async function post(url: string, payload: unknown): Promise<Response> {
  try {
    return await fetch(url, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(payload ?? null),
    });
  } catch (thrown) {
    throw unreachable(String(thrown));
  }
}

function unreachable(details: string): ApiError {
  return new ApiError(
    "unreachable",
    "Нет связи с программой.",
    "Сохранённые данные не пострадали. Закройте окно и откройте программу снова.",
    details,
  );
}

function isReply(body: unknown): body is Reply {
  return typeof body === "object" && body !== null && Array.isArray((body as Partial<Reply>).changed);
}

function isRefusal(
  thrown: unknown,
): thrown is { code: string; message: string; hint?: string; details?: unknown } {
  if (typeof thrown !== "object" || thrown === null) return false;
  const { code, message } = thrown as Record<string, unknown>;
  return typeof code === "string" && typeof message === "string";
}

type Listener = { nouns: ReadonlySet<string>; reload: (changed: readonly string[]) => void };
const listeners = new Set<Listener>();

/**
 * Calls `reload` after a write that touched one of `nouns` (`"*"` means any write).
 * Returns the function that ends the listening.
 */
export function onChanged(
  nouns: readonly string[],
  reload: (changed: readonly string[]) => void,
): () => void {
  const listener = { nouns: new Set(nouns), reload };
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function publish(changed: readonly string[]): void {
  for (const { nouns, reload } of [...listeners]) {
    if (nouns.has("*") || changed.some((noun) => nouns.has(noun))) reload(changed);
  }
}
