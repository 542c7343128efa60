// Placeholder until the file is generated from Rust; do not edit by hand.

export interface Status {
  state: "no_base" | "locked" | "open";
  demo: boolean;
  without_password: boolean;
  school: string | null;
  version: string;
}

export interface Calls {
  "app.status": { req: null; res: Status };
  "app.lock": { req: null; res: null };
  "history.undo": { req: null; res: string | null };
  "history.redo": { req: null; res: string | null };
}

export const words = {} as const;
