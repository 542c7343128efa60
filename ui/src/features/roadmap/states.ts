// How a state looks: a colour and a shape of its own. The words come from the program.
import Ban from "@lucide/svelte/icons/ban";
import CalendarClock from "@lucide/svelte/icons/calendar-clock";
import CalendarX from "@lucide/svelte/icons/calendar-x";
import PieChart from "@lucide/svelte/icons/chart-pie";
import Circle from "@lucide/svelte/icons/circle";
import CircleAlert from "@lucide/svelte/icons/circle-alert";
import CircleCheck from "@lucide/svelte/icons/circle-check";
import CirclePlay from "@lucide/svelte/icons/circle-play";
import CircleSlash from "@lucide/svelte/icons/circle-slash";
import Clock from "@lucide/svelte/icons/clock";
import Hourglass from "@lucide/svelte/icons/hourglass";
import Infinity from "@lucide/svelte/icons/infinity";
import Stamp from "@lucide/svelte/icons/stamp";
import type { OccurrenceState } from "../../lib/api/generated";
import type { Icon, Tone } from "../../shared/types";

const LOOKS: Record<OccurrenceState, { tone: Tone; icon: Icon }> = {
  overdue: { tone: "bad", icon: CircleAlert },
  soon: { tone: "warn", icon: Clock },
  running: { tone: "info", icon: CirclePlay },
  planned: { tone: "muted", icon: Circle },
  in_progress: { tone: "info", icon: Hourglass },
  partial: { tone: "info", icon: PieChart },
  done: { tone: "ok", icon: CircleCheck },
  postponed: { tone: "info", icon: CalendarClock },
  cancelled: { tone: "muted", icon: Ban },
  not_applicable: { tone: "muted", icon: CircleSlash },
  continuous: { tone: "info", icon: Infinity },
  before_act: { tone: "muted", icon: Stamp },
  undated: { tone: "warn", icon: CalendarX },
};

/** Colour of a state; its word always stands beside. */
export function toneOf(state: OccurrenceState): Tone {
  return LOOKS[state].tone;
}

/** Shape of a state: it is told apart without colour too. */
export function iconOf(state: OccurrenceState): Icon {
  return LOOKS[state].icon;
}
