import { ok, type Result } from '@kith/core';
import * as z from 'zod/mini';
import type { Collection, Identified } from '../collection.js';
import { type Command, command } from '../command.js';
import type { RowsQuery } from '../query.js';
import type { Work } from '../work.js';

/** How long work over the rows of a kind is cut into commits. */
export interface SliceOptions {
  /** Rows in one commit: 250 when left out. */
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

/** The page of a kind behind a row, read and written in one commit that is no step of the history. */
export const slice = <Output>(
  type: string,
  { collection, after, where, rows = ROWS, system = false }: Slice,
  carryOut: (work: Work, page: readonly Identified[]) => Promise<Result<Output>>,
): Command<{ readonly page: readonly Identified[]; readonly output: Output }> =>
  command(
    type,
    { collection: collection.name, after },
    async (own) => {
      const work = system ? own.system : own;
      const behind = { field: 'id', is: 'gt', value: after } as const;
      const page = await work.find({
        ask: 'rows',
        collection,
        where: where ? { and: [behind, where] } : behind,
        order: [['id', 'asc']],
        limit: rows,
      });
      const done = await carryOut(work, page);
      return done.ok ? ok({ page, output: done.value }) : done;
    },
    { history: 'none', through: 'rule' },
  );

/** Which rows a slice takes: those behind an id, which meet a filter. */
export interface Slice extends Pick<SliceOptions, 'rows'> {
  readonly collection: Collection;
  readonly after: string;
  /** Past the rights of whoever acts: for what is a rule's doing. */
  readonly system?: boolean;
  readonly where?: RowsQuery<Identified>['where'];
}

/** A task of the event loop: input and painting come first. */
export const nextTask = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
