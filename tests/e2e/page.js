// Finds things on the page the way a person does: by what is written on or beside them.
// arguments: kind, name, row. Returns the element, or null while there is none.
const [kind, name, row] = arguments;

const selectors = {
  any: "button, a[href], summary, label, [role=button], [role=tab], [role=menuitem], [role=option], [role=radio], [role=checkbox], [role=switch]",
  button: "button, summary, [role=button], [role=menuitem], [role=tab]",
  link: "a[href]",
  navigation: "nav a[href], nav button",
  option: "[role=option], [role=radio], [role=menuitemradio]",
  field:
    "input, textarea, select, [role=combobox], [role=group], [role=spinbutton], [aria-haspopup=listbox]",
  heading: "h1, h2, h3",
  cell: "td, th",
  row: "tr, li, article, [role=row], [role=listitem], [role=group], fieldset, section",
};

const plain = (text) => (text ?? "").replace(/[\s\u00a0\u202f]+/g, " ").replace(/\s*\*$/, "").trim();
const shown = (element) =>
  element.getClientRects().length > 0 && getComputedStyle(element).visibility !== "hidden";
const enabled = (element) => !element.disabled && element.getAttribute("aria-disabled") !== "true";
const texts = (ids) => ids.split(/\s+/).map((id) => document.getElementById(id)?.textContent);

/** Every way in which an element may be called. */
function names(element) {
  const found = [element.getAttribute("aria-label"), element.placeholder, element.title];
  if (element.hasAttribute("aria-labelledby")) found.push(...texts(element.getAttribute("aria-labelledby")));
  if (element.labels) for (const label of element.labels) found.push(label.textContent);
  if (!element.matches("input, textarea, select")) found.push(element.innerText);
  return found.map(plain).filter(Boolean);
}

/** An open dialog covers the rest; lists of choices float above everything. */
function scopes() {
  const dialogs = [...document.querySelectorAll("[role=dialog], [role=alertdialog]")].filter(shown);
  const floats = [...document.querySelectorAll("[role=listbox], [role=menu]")].filter(shown);
  const top = dialogs.at(-1);
  return top ? [...floats, top] : [document.body];
}

const wanted = plain(name);
const all = (scope, selector) => [...scope.querySelectorAll(selector)].filter(shown);
const matching = (elements) =>
  elements.find((element) => names(element).includes(wanted)) ??
  elements.find((element) => names(element).some((text) => text.startsWith(wanted))) ??
  elements.find((element) => names(element).some((text) => text.includes(wanted)));

function withinRow(scope) {
  const rows = all(scope, selectors.row).filter((element) => plain(element.innerText).includes(plain(row)));
  // The narrowest row that bears the text and also has what is looked for.
  return rows.reverse().map((element) => matching(all(element, selectors[kind]).filter(enabled))).find(Boolean);
}

for (const scope of scopes()) {
  const found = row ? withinRow(scope) : matching(all(scope, selectors[kind]).filter(enabled));
  if (found) {
    found.scrollIntoView({ block: "center" });
    return found;
  }
}
return null;
