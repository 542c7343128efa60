import BookOpen from "@lucide/svelte/icons/book-open";
import CalendarCheck from "@lucide/svelte/icons/calendar-check";
import ChartColumn from "@lucide/svelte/icons/chart-column";
import ClipboardCheck from "@lucide/svelte/icons/clipboard-check";
import FileStack from "@lucide/svelte/icons/file-stack";
import FileText from "@lucide/svelte/icons/file-text";
import Gauge from "@lucide/svelte/icons/gauge";
import GraduationCap from "@lucide/svelte/icons/graduation-cap";
import Handshake from "@lucide/svelte/icons/handshake";
import History from "@lucide/svelte/icons/history";
import NotebookText from "@lucide/svelte/icons/notebook-text";
import Route from "@lucide/svelte/icons/route";
import School from "@lucide/svelte/icons/school";
import ScrollText from "@lucide/svelte/icons/scroll-text";
import ShieldCheck from "@lucide/svelte/icons/shield-check";
import type { Component } from "svelte";
import type { Status } from "../lib/api/generated";
import type { Icon } from "../shared/types";

/** A place of the navigation. */
export interface Screen {
  route: string;
  title: string;
  icon: Icon;
  /** Items of one group stand together; an `aside` screen is reached from another one. */
  group: "day" | "plan" | "people" | "report" | "house" | "aside";
  /** Where the screen lives under `features/`. */
  file: string;
}

type Loader<Props extends Record<string, unknown>> = () => Promise<{ default: Component<Props> }>;

const found = import.meta.glob("../features/*/*Screen.svelte") as Record<
  string,
  Loader<Record<string, never>>
>;
const start = import.meta.glob("../features/start/StartScreen.svelte") as Record<
  string,
  Loader<{ status: Status }>
>;

const planned: readonly Screen[] = [
  { route: "today", title: "Сегодня", icon: CalendarCheck, group: "day", file: "today/Today" },
  { route: "roadmap", title: "Дорожная карта", icon: Route, group: "plan", file: "roadmap/Roadmap" },
  { route: "program", title: "Программа", icon: ScrollText, group: "plan", file: "program/Program" },
  { route: "authoring", title: "Своя программа", icon: Route, group: "aside", file: "authoring/Authoring" },
  {
    route: "indicators",
    title: "Показатели",
    icon: ChartColumn,
    group: "plan",
    file: "indicators/Indicators",
  },
  {
    route: "selfdiagnosis",
    title: "Самодиагностика",
    icon: ClipboardCheck,
    group: "people",
    file: "selfdiagnosis/SelfDiagnosis",
  },
  {
    route: "mentoring",
    title: "Наставничество",
    icon: Handshake,
    group: "people",
    file: "mentoring/Mentoring",
  },
  { route: "monitoring", title: "Мониторинг", icon: Gauge, group: "people", file: "monitoring/Monitoring" },
  { route: "registers", title: "Журналы", icon: NotebookText, group: "people", file: "registers/Registers" },
  { route: "teachers", title: "Педагоги", icon: GraduationCap, group: "people", file: "teachers/Teachers" },
  { route: "reports", title: "Отчёты", icon: FileText, group: "report", file: "reports/Reports" },
  { route: "documents", title: "Документы", icon: FileStack, group: "report", file: "documents/Documents" },
  { route: "journal", title: "Журнал документов", icon: BookOpen, group: "report", file: "journal/Journal" },
  { route: "renewal", title: "Новый период", icon: Route, group: "aside", file: "renewal/Renewal" },
  { route: "past", title: "Завершённые программы", icon: Route, group: "aside", file: "renewal/Past" },
  { route: "compare", title: "Новая редакция", icon: Route, group: "aside", file: "renewal/Compare" },
  { route: "verify", title: "Проверка", icon: ShieldCheck, group: "report", file: "verify/Verify" },
  { route: "settings", title: "Школа и настройки", icon: School, group: "house", file: "settings/Settings" },
  { route: "history", title: "История", icon: History, group: "house", file: "history/History" },
];

/** The screens that exist in this build, in the order of the navigation. */
export const screens: readonly Screen[] = planned.filter((screen) => loader(screen) !== undefined);

/** The screen of a route; the first one for an unknown route. */
export function screenOf(route: string): Screen | undefined {
  return screens.find((screen) => screen.route === route) ?? screens[0];
}

/** Brings the component of a screen. */
export async function load(screen: Screen): Promise<Component<Record<string, never>>> {
  const bring = loader(screen);
  if (!bring) throw new Error(`no screen file for ${screen.route}`);
  return (await bring()).default;
}

/** Brings the screen of the first run, of the choice of a base and of the password. */
export async function loadStart(): Promise<Component<{ status: Status }> | undefined> {
  return (await Object.values(start)[0]?.())?.default;
}

function loader(screen: Screen): Loader<Record<string, never>> | undefined {
  return found[`../features/${screen.file}Screen.svelte`];
}
