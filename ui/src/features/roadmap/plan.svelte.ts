// What the user sees of the road map: the view, the conditions and what is folded. Kept between runs.
import { SvelteSet } from "svelte/reactivity";
import type { Roadmap } from "../../lib/api/generated";
import { type Filter, isOff, noFilter } from "./filter";
import { clamped, type Period, type Range } from "./period";

export type Mode = "list" | "calendar";

interface Kept {
  program: string;
  mode: Mode;
  filter: Filter;
  calendar: Period;
  folded: string[];
  more: boolean;
}

const KEY = "opora.roadmap";

/** State of the screen; made once for a programme. */
export class PlanState {
  mode = $state<Mode>("list");
  #filter = $state.raw<Filter>(noFilter(""));
  /** The stretch of the calendar. */
  calendar = $state.raw<Period>({ scale: "year", at: "" });
  /** The second row of conditions is shown. */
  more = $state(false);
  readonly #folded = new SvelteSet<string>();
  /** Folded among what was found: a search shows all it finds at first. */
  readonly #foldedFound = new SvelteSet<string>();
  /** Ids of events whose detail is open; not kept. */
  readonly opened = new SvelteSet<string>();
  /** First and last day of the programme. */
  readonly whole: Range;
  readonly #program: string;
  readonly #today: string;

  constructor({ program, tasks }: Roadmap, today: string) {
    const from = program?.period_from ?? today;
    this.#program = program?.id ?? "";
    this.#today = today;
    this.whole = { from, to: program?.period_to ?? later(from, today) };
    const kept = read(this.#program);
    this.calendar = kept?.calendar ?? { scale: "year", at: clamped(today, this.whole) };
    this.filter = { ...noFilter(this.calendar.at), ...kept?.filter };
    // A task may have gone from the plan since.
    if (!tasks.some(({ task }) => task.id === this.filter.task)) this.set({ task: "all" });
    this.mode = kept?.mode ?? "list";
    this.more = kept?.more ?? false;
    for (const id of kept?.folded ?? []) this.#folded.add(id);
  }

  /** The day nearest to today within the programme. */
  get near(): string {
    return clamped(this.#today, this.whole);
  }

  /** The conditions. */
  get filter(): Filter {
    return this.#filter;
  }

  set filter(filter: Filter) {
    this.#filter = filter;
    this.#foldedFound.clear();
  }

  /** Ids of tasks and groups folded away. */
  get folded(): SvelteSet<string> {
    return isOff(this.#filter) ? this.#folded : this.#foldedFound;
  }

  /** Takes all conditions off. */
  reset(): void {
    this.filter = noFilter(this.near);
  }

  /** Changes some of the conditions. */
  set(change: Partial<Filter>): void {
    this.filter = { ...this.filter, ...change };
  }

  /** Folds or unfolds. */
  turn(set: SvelteSet<string>, id: string): void {
    if (!set.delete(id)) set.add(id);
  }

  /** Remembers everything for the next visit; call it within an effect. */
  keep(): void {
    const { mode, filter, calendar, more } = this;
    const kept: Kept = { program: this.#program, mode, filter, calendar, more, folded: [...this.#folded] };
    localStorage.setItem(KEY, JSON.stringify(kept));
  }
}

/** An open-ended programme is shown to the end of the year. */
function later(from: string, today: string): string {
  return `${today > from ? today.slice(0, 4) : from.slice(0, 4)}-12-31`;
}

function read(program: string): Partial<Kept> | null {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? "null") as Kept | null;
    return kept?.program === program ? kept : null;
  } catch {
    return null;
  }
}
