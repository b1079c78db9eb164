import type { Migration, RowData } from '../adapter.js';
import type { Stand } from './chapter.js';
import { stateOf, write } from './rows.js';

type Content = Readonly<Record<string, number | string>>;

/** A step that changes the content of each row. */
export const step = (from: number, change: (data: Content) => RowData): Migration => ({
  from,
  to: from + 1,
  map: (_, { data }) => change(data as Content),
});

/** Takes the field n of every row one further. */
export const increment = step(1, ({ n }) => ({ n: Number(n) + 1 }));

/** Writes rows in the first schema, and closes. Answers what is there. */
export async function begin(stand: Stand, rows: Readonly<Record<string, RowData>>): Promise<string> {
  const adapter = await stand.open({ schema: 1 });
  await write(adapter, rows);
  const state = await stateOf(adapter);
  await adapter.close();
  return state;
}
