import type { Filter, RowData, StorageAdapter } from '@kith/adapters';
import type { Result } from '@kith/core';
import * as z from 'zod/mini';
import type { Collection, Identified } from '../collection.js';
import { type Command, command } from '../command.js';
import { newPace } from '../pace.js';
import type { Work } from '../work.js';

/** How long work over the rows of a kind is cut into commits. */
export interface SliceOptions {
  /** Rows in one commit at most: 250 when left out. The first are fewer, and so are those that take long. */
  readonly rows?: number;
  /** Lets the page breathe between commits; a task of the event loop when left out. */
  readonly giveWay?: () => Promise<void>;
}

const ROWS = 250;
const ANYTHING = z.looseObject({ id: z.string() }) as never;

/** A collection as the rules know it: they look at custom fields only. */
export const anyRows = (name: string, kind: string): Collection => ({
  name,
  kind,
  schema: ANYTHING,
  shape: { indexes: [] },
});

/**
 * The rows of a collection page by page, by their ids: a place is found again whatever is written on the way. It gives way
 * when a page has been worked on, and the next one is as large as its time allows.
 */
export async function* pagesById(
  adapter: StorageAdapter,
  collection: string,
  { rows = ROWS, giveWay = nextTask, where }: SliceOptions & { readonly where?: Filter },
): AsyncGenerator<readonly RowData[], void, undefined> {
  const pace = newPace(Math.min(rows, adapter.capabilities.limits.pageRows));
  for (let after: string | undefined; ; ) {
    pace.begin();
    const page = await adapter.query({
      c: collection,
      limit: pace.rows,
      ...(where && { where }),
      ...(after !== undefined && { after }),
    });
    if (page.rows.length > 0) yield page.rows.map(({ data }) => data);
    pace.end();
    await giveWay();
    if (page.next === null) return;
    after = page.next;
  }
}

/** Some rows, read anew and written in one commit that is no step of the history; those that are gone are left out. */
export const slice = <Output>(
  type: string,
  { collection, ids, system = false }: Slice,
  carryOut: (work: Work, page: readonly Identified[]) => Promise<Result<Output>>,
): Command<Output> =>
  command(
    type,
    { collection: collection.name, ids },
    async (own) => {
      const work = system ? own.system : own;
      const found = await Promise.all(ids.map((id) => work.get(collection, id)));
      return carryOut(
        work,
        found.filter((row) => row !== undefined),
      );
    },
    { history: 'none', through: 'rule' },
  );

/** Which rows a slice takes. */
export interface Slice {
  readonly collection: Collection;
  readonly ids: readonly string[];
  /** Past the rights of whoever acts: for what is a rule's doing. */
  readonly system?: boolean;
}

/** A task of the event loop: input and painting come first. */
export const nextTask = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
