// The texts of a report that are written by hand, kept while they are typed.
import { untrack } from "svelte";
import { notifySaved } from "../../app/actions";
import { Attempt } from "../../lib/api/attempt.svelte";
import { call } from "../../lib/api/client";
import type { DraftView, RiskMeasure } from "../../lib/api/generated";
import { sameText } from "./section";

const WAIT_MS = 900;

export class DraftDesk {
  readonly save = new Attempt();
  conclusions = $state("");
  requests = $state("");
  texts = $state<Record<string, string>>({});
  risks = $state<RiskMeasure[]>([]);
  /** She says that there are no risks. */
  noRisks = $state(false);
  #draft: () => DraftView;
  #dirty = false;
  #reread: string[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(draft: () => DraftView) {
    this.#draft = draft;
    this.#take(untrack(draft));
    // What changed elsewhere comes in, but never over words being typed.
    $effect(() => {
      const given = draft();
      untrack(() => {
        if (!this.#dirty) this.#take(given);
      });
    });
    $effect(() => () => void untrack(() => this.now()));
  }

  later(): void {
    this.#dirty = true;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.now(), WAIT_MS);
  }

  async now(): Promise<void> {
    clearTimeout(this.#timer);
    if (!this.#dirty) return;
    if (this.save.busy) return this.later();
    this.#dirty = false;
    if (!(await this.save.run(() => call("report.save_draft", this.#input())))) this.#dirty = true;
  }

  /** Takes back what was edited: the drafted text comes in its place. */
  async restore(edit: () => void): Promise<void> {
    await this.#change(edit, "Возвращён черновик программы");
  }

  /** The own text stays although the data suggest another one now. */
  async keep(key: string): Promise<void> {
    await this.#change(() => this.#reread.push(key), "Оставлен ваш текст");
    this.#reread = [];
  }

  /** Takes a row out of the risks; without the last one there are none. */
  async removeRisk(at: number): Promise<void> {
    await this.#change(
      () => {
        this.risks.splice(at, 1);
        this.noRisks = this.risks.length === 0;
      },
      `Риск ${at + 1} убран из отчёта`,
    );
  }

  /** Says that there are no risks, or takes that back: the drafted ones come in. */
  async sayNoRisks(none: boolean): Promise<void> {
    const drafted = this.#draft().suggested_risks;
    await this.#change(
      () => {
        this.noRisks = none;
        this.risks = none ? [] : drafted.map((row) => ({ ...row }));
      },
      none ? "Рисков не выявлено" : "Возвращён черновик программы",
    );
  }

  /** Kept at once, and said with a way back. */
  async #change(edit: () => void, words: string): Promise<void> {
    edit();
    this.#dirty = true;
    await this.now();
    if (!this.save.error) notifySaved(words);
  }

  /** Only what differs: what was just typed keeps its blanks and the caret its place. */
  #take(draft: DraftView): void {
    if (!sameText(this.conclusions, draft.conclusions)) this.conclusions = draft.conclusions;
    if (!sameText(this.requests, draft.requests)) this.requests = draft.requests;
    this.noRisks = draft.no_risks;
    if (!sameRows(this.#rows(), draft.risks)) this.risks = draft.risks.map((row) => ({ ...row }));
    for (const { key, text, suggested } of draft.sections) {
      const given = text || suggested;
      if (!sameText(this.texts[key] ?? "", given)) this.texts[key] = given;
    }
  }

  /** Rows with something in them. */
  #rows(): RiskMeasure[] {
    return $state.snapshot(this.risks).filter((row) => row.risk || row.measure || row.effect);
  }

  /** An empty text means «as drafted from the data», so that later data still come in. */
  #input() {
    const draft = this.#draft();
    const own = (text: string, suggested: string): string => (sameText(text, suggested) ? "" : text);
    const rows = this.#rows();
    return {
      period: draft.period,
      conclusions: own(this.conclusions, draft.suggested),
      requests: this.requests,
      sections: Object.fromEntries(
        draft.sections.map(({ key, suggested }) => [key, own(this.texts[key] ?? "", suggested)]),
      ),
      risks: sameRows(rows, draft.suggested_risks) && !this.#reread.includes("risks") ? [] : rows,
      no_risks: this.noRisks && rows.length === 0,
      reread: [...this.#reread],
    };
  }
}

function sameRows(some: readonly RiskMeasure[], others: readonly RiskMeasure[]): boolean {
  const same = (one: RiskMeasure, other: RiskMeasure | undefined): boolean =>
    other !== undefined &&
    sameText(one.risk, other.risk) &&
    sameText(one.measure, other.measure) &&
    sameText(one.effect, other.effect);
  return some.length === others.length && some.every((one, at) => same(one, others[at]));
}
