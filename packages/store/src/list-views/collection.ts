import type { Id, Instant } from '@kith/core';
import * as z from 'zod/mini';
import type { Collection, Identified } from '../collection.js';

/** A way to look at a list, under a name. */
export interface StoredView extends Identified {
  readonly id: Id<'listView'>;
  /** Which list it is for: the kind of its rows, such as `contact`. */
  readonly list: string;
  readonly name: string;
  /** Columns, order, filters and grouping, as the list gives and takes them. */
  readonly view: Readonly<Record<string, unknown>>;
  /** Whose it is; everybody's when left out. */
  readonly ownerId?: Id<'user'> | undefined;
  readonly createdAt: Instant;
  readonly createdBy?: Id<'user'> | undefined;
  readonly modifiedAt: Instant;
  readonly modifiedBy?: Id<'user'> | undefined;
}

const text = z.string().check(z.minLength(1), z.maxLength(80));

/** Saved views. Give it to `openStore({ collections })`. */
export const listViews: Collection<StoredView> = {
  name: 'listViews',
  kind: 'listView',
  schema: z.looseObject({ id: text, list: text, name: text, view: z.record(z.string(), z.unknown()) }) as never,
  shape: { indexes: [['list', 'name']] },
};
