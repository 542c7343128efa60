// Placeholder until the file is generated from Rust; do not edit by hand.

export type BaseState = "no_base" | "locked" | "open";

export type Status = {
  state: BaseState;
  demo: boolean;
  without_password: boolean;
  school: string | null;
  has_program: boolean;
  today: string;
  version: string;
  folder: string;
};

export type HistoryInput = { limit: number };
export type HistoryEntry = { seq: number; what: string; at: string; who: string; undone: boolean };
export type HistoryView = { entries: HistoryEntry[]; can_undo: string | null; can_redo: string | null };

export interface Calls {
  "base.status": { req: null; res: Status };
  "base.lock": { req: null; res: Status };
  "history.list": { req: HistoryInput; res: HistoryView };
  "history.undo": { req: null; res: HistoryView };
  "history.redo": { req: null; res: HistoryView };
}

export const words = {} as const;
