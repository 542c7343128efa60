// Sections of the settings by what the user comes for.

export type SettingsTab = "school" | "signing" | "trust" | "paper" | "data";

/** In order. */
export const tabs: readonly { value: SettingsTab; label: string }[] = [
  { value: "school", label: "Школа" },
  { value: "signing", label: "Электронная подпись" },
  { value: "trust", label: "Чужие подписи" },
  { value: "paper", label: "Оформление" },
  { value: "data", label: "Пароль и копия" },
];

/** The section named in the address; the school without one. */
export function settingsTab(named: string | null): SettingsTab {
  return tabs.find(({ value }) => value === named)?.value ?? "school";
}
