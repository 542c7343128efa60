// Documents written one by one: the user sees how far it is and may stop; what is written stays and is named.
import { call, toApiError } from "../../lib/api/client";
import type { Channel, JournalEntry, NotWritten, PackageFile } from "../../lib/api/generated";

/** What lies on the medium in the end, and what does not. */
export interface Written {
  folder: string;
  files: PackageFile[];
  /** Name of the archive, if it was one. */
  archive: string | null;
  /** Documents that are not there, or not wholly. */
  left: readonly JournalEntry[];
  /** Why; null when the user stopped it herself, or nothing is left. */
  failed: NotWritten | null;
}

export class Writing {
  /** Documents written so far. */
  done = $state(0);
  /** The document that is being written now. */
  now = $state.raw<JournalEntry | null>(null);
  stopping = $state(false);

  /** After the document that is being written now. */
  stop(): void {
    this.stopping = true;
  }

  /** Writes one archive of them all; null when no folder was chosen. */
  async archive(entries: readonly JournalEntry[], to: To): Promise<Written | null> {
    const ids = entries.map(({ report }) => report.id);
    const view = await call("journal.export", { ids, package: true, ...to });
    return view && { ...view, left: [], failed: null };
  }

  /** Writes each of them; null when no folder was chosen. Throws when nothing could be written. */
  async each(entries: readonly JournalEntry[], to: To): Promise<Written | null> {
    const medium = await call("journal.pick_medium", null);
    if (!medium) return null;
    const written: Written = { folder: medium.name, files: [], archive: null, left: [], failed: null };
    this.stopping = false;
    this.done = 0;
    for (const entry of entries) {
      this.now = entry;
      const whole = !this.stopping && (await one(entry, { ...to, medium: medium.token }, written));
      if (!whole) break;
      this.done += 1;
    }
    this.now = null;
    written.left = entries.slice(this.done);
    return written;
  }
}

interface To {
  channel: Channel;
  addressee: string;
}

/** True when the document and all that lies beside it is on the medium. */
async function one(entry: JournalEntry, to: To & { medium: string }, written: Written): Promise<boolean> {
  try {
    const view = await call("journal.export", { ids: [entry.report.id], package: false, ...to });
    written.files.push(...(view?.files ?? []));
    written.failed = view?.failed ?? null;
  } catch (thrown) {
    if (written.files.length === 0) throw thrown;
    const { message, hint } = toApiError(thrown);
    written.failed = { names: [], message, hint };
  }
  return written.failed === null;
}
