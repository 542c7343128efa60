// The address of the window: `#/teachers/0192…?tab=courses`.

/** A parsed address. */
export interface Place {
  /** First word, such as `teachers`; empty at the start. */
  readonly route: string;
  /** The rest of the path: ids and sub-pages. */
  readonly rest: readonly string[];
  readonly query: URLSearchParams;
}

let place = $state.raw<Place>(parse(location.hash));

addEventListener("hashchange", () => (place = parse(location.hash)));

/** Where the window is now; reactive. */
export function here(): Place {
  return place;
}

/** The link to a place, for `href`. */
export function link(
  route: string,
  rest: readonly string[] = [],
  query: Record<string, string> = {},
): string {
  const path = [route, ...rest].map(encodeURIComponent).join("/");
  const search = new URLSearchParams(query).toString();
  return `#/${path}${search ? `?${search}` : ""}`;
}

/** Goes to a place; `replace` leaves no step behind for «назад». */
export function go(
  route: string,
  rest: readonly string[] = [],
  query: Record<string, string> = {},
  replace = false,
): void {
  const to = link(route, rest, query);
  if (replace) location.replace(to);
  else location.hash = to;
}

function parse(hash: string): Place {
  const [path = "", search = ""] = hash.replace(/^#\/?/, "").split("?", 2);
  const [route = "", ...rest] = path.split("/").filter(Boolean).map(decode);
  return { route, rest, query: new URLSearchParams(search) };
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
