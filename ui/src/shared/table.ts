/** By which column a table is sorted, and whether from the large end. */
export interface Order {
  key: string;
  down: boolean;
}

type Key = string | number | null | undefined;

const russian = new Intl.Collator("ru-RU", { numeric: true });

/** A sorted copy of `rows`; rows without a key stay last either way. */
export function ordered<Row>(
  rows: readonly Row[],
  by: ((row: Row) => Key) | undefined,
  order: Order | null,
): readonly Row[] {
  if (!by || !order) return rows;
  return rows.toSorted((a, b) => compare(by(a), by(b), order.down));
}

function compare(a: Key, b: Key, down: boolean): number {
  const noA = a === null || a === undefined || a === "";
  const noB = b === null || b === undefined || b === "";
  if (noA || noB) return Number(noA) - Number(noB);
  const forward =
    typeof a === "number" && typeof b === "number" ? a - b : russian.compare(String(a), String(b));
  return down ? -forward : forward;
}
