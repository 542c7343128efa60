// A document of an occurrence: as typed, and in words.
import {
  words,
  type Evidence,
  type EvidenceInput,
  type EvidenceKind,
  type PickedFile,
} from "../../lib/api/generated";
import { date, number } from "../../shared/format";

/** A document while it is being entered; no kind means no document. */
export interface Draft {
  kind: EvidenceKind | "";
  title: string;
  number: string;
  date: string | null;
  file: PickedFile | null;
}

/** A form with nothing in it. */
export function blankDraft(kind: Draft["kind"] = ""): Draft {
  return { kind, title: "", number: "", date: null, file: null };
}

/** What the program is told of the document; null when there is none. */
export function evidenceInput(draft: Draft): EvidenceInput | null {
  if (draft.kind === "") return null;
  const { kind, title, number: no, date: day, file } = draft;
  return { kind, title, number: no, date: day, file_token: file?.token ?? null };
}

/** «Приказ № 12 от 01.09.2024 «О рабочей группе»». */
export function documentWords(evidence: Evidence): string {
  const parts = [
    words.evidenceKind[evidence.kind],
    evidence.number ? `№ ${evidence.number}` : "",
    evidence.date ? `от ${date(evidence.date)}` : "",
    evidence.title ? `«${evidence.title}»` : "",
  ];
  return parts.filter(Boolean).join(" ");
}

/** Bytes in words: «340 КБ». */
export function sizeWords(bytes: number): string {
  const kilobytes = bytes / 1024;
  if (kilobytes < 1000) return `${number(Math.max(1, Math.round(kilobytes)), 0)}\u00a0КБ`;
  return `${number(kilobytes / 1024, 1)}\u00a0МБ`;
}
