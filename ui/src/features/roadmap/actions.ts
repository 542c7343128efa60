// What can be done with an occurrence straight from its row.
import Ban from "@lucide/svelte/icons/ban";
import CalendarClock from "@lucide/svelte/icons/calendar-clock";
import CalendarPlus from "@lucide/svelte/icons/calendar-plus";
import CircleSlash from "@lucide/svelte/icons/circle-slash";
import FilePlus from "@lucide/svelte/icons/file-plus";
import PenLine from "@lucide/svelte/icons/pen-line";
import PieChart from "@lucide/svelte/icons/chart-pie";
import Play from "@lucide/svelte/icons/play";
import { undo } from "../../app/actions";
import { call, toApiError } from "../../lib/api/client";
import type { EventView, OccurrenceStatus, OccurrenceView } from "../../lib/api/generated";
import type { MenuItem } from "../../shared/Menu.svelte";
import { notify } from "../../shared/notify.svelte";
import type { Asked, ReasonedStatus } from "./asked.svelte";

/** Puts a status that needs no reason; tells of success or refusal in the corner. */
export async function putStatus(id: string, status: OccurrenceStatus): Promise<void> {
  await tell("Мероприятие в работе", () => call("roadmap.set_status", { id, status, reason: "", due: null }));
}

/** The reading of an ambiguous term is right. */
export async function settleTerm(eventId: string): Promise<void> {
  await tell("Прочтение срока принято", () => call("roadmap.settle_term", { event_id: eventId }));
}

/** Runs a write, then offers to take it back; a refusal is told in the corner. */
export async function tell(done: string, act: () => Promise<unknown>): Promise<void> {
  try {
    await act();
    notify(done, { action: { label: "Отменить", run: undo } });
  } catch (thrown) {
    const { message, hint } = toApiError(thrown);
    notify(`${message} ${hint}`, { tone: "bad" });
  }
}

/** The menu of an occurrence, as its state allows. */
export function menuOf(view: EventView, item: OccurrenceView, asked: Asked): MenuItem[] {
  const addDocument: MenuItem = {
    label: "Добавить документ…",
    icon: FilePlus,
    run: () => (asked.question = { kind: "evidence", view, item }),
  };
  const { status } = item.occurrence;
  if (status === "done") return [change(view, item, asked), addDocument];
  const off = status === "cancelled" || status === "not_applicable";
  return off ? [addDocument] : [...openItems(view, item, asked), addDocument];
}

function openItems(view: EventView, item: OccurrenceView, asked: Asked): MenuItem[] {
  const ask = (label: string, icon: MenuItem["icon"], status: ReasonedStatus): MenuItem => ({
    label,
    icon,
    run: () => (asked.question = { kind: "status", view, item, status }),
  });
  const { id, status } = item.occurrence;
  const start: MenuItem = { label: "В работу", icon: Play, run: () => void putStatus(id, "in_progress") };
  const term: MenuItem = {
    label: "Задать срок…",
    icon: CalendarPlus,
    run: () => (asked.question = { kind: "term", view, item }),
  };
  return [
    ...(status === "in_progress" ? [] : [start]),
    ask("Исполнено частично…", PieChart, "partial"),
    ...(item.takes_term ? [term] : []),
    ask("Перенести…", CalendarClock, "postponed"),
    ask("Отменить…", Ban, "cancelled"),
    ask("Не относится к школе…", CircleSlash, "not_applicable"),
  ];
}

function change(view: EventView, item: OccurrenceView, asked: Asked): MenuItem {
  return {
    label: "Изменить исполнение…",
    icon: PenLine,
    run: () => (asked.question = { kind: "done", view, item }),
  };
}
