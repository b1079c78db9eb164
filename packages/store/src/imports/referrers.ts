import { ok, type Problem } from '@kith/core';
import type { Import } from '@kith/core/imports';
import type { Collection } from '../collection.js';
import { command } from '../command.js';
import type { Store } from '../store.js';
import { importSteps, imports } from './collection.js';
import type { Pause } from './pause.js';
import { type ChangedRow, entriesOf } from './take-back.js';

/** A row that would point at nothing, and what it points at. */
export interface Referrer {
  readonly from: ChangedRow;
  readonly to: ChangedRow;
}

/** Who did something is no link that anybody follows to a row that has to be there. */
const STAMPS: readonly string[] = ['createdBy', 'modifiedBy'];

/**
 * Which rows point at something that an import brought and that would go with it. Rows that go, or become again what they
 * were before, are none of them; those in `staying` do neither. Ids are the same everywhere, so any field that holds one
 * is a link, also a field of the host's.
 */
export async function referrersOf(
  store: Store,
  record: Import,
  staying: readonly ChangedRow[],
  among: readonly Collection[],
  pause: Pause,
): Promise<readonly Referrer[]> {
  const stays = new Set(staying.map(placeOf));
  const leaving = new Map<string, ChangedRow>();
  const taken = new Set<string>();
  for (let step = record.steps; step >= 1; step--)
    await store.can(
      command('imports/look', { importId: record.id, step }, async (work) => {
        for (const { collection, id, before } of await entriesOf(work, record, step)) {
          if (stays.has(placeOf({ collection, id }))) continue;
          taken.add(placeOf({ collection, id }));
          if (!before) leaving.set(id, { collection, id });
        }
        return ok(undefined);
      }),
    );
  const referrers: Referrer[] = [];
  for (const collection of among.filter((each) => each !== imports && each !== importSteps))
    await store.can(
      command('imports/look', { importId: record.id, collection: collection.name }, async (work) => {
        for (const row of await work.find({ ask: 'rows', collection })) {
          await pause();
          const from = { collection: collection.name, id: row.id };
          if (taken.has(placeOf(from))) continue;
          const to = linkIn(row, leaving);
          if (to) referrers.push({ from, to });
        }
        return ok(undefined);
      }),
    );
  return referrers;
}

/** The refusal for an import that others point at. */
export function stillReferredTo(referrers: readonly Referrer[]): Problem {
  const [first] = referrers;
  const one = referrers.length === 1;
  const [from, to] = [first?.from ?? NOWHERE, first?.to ?? NOWHERE].map(placeOf);
  return {
    code: 'imports/still-referred-to',
    message: `${referrers.length} ${one ? 'row belongs' : 'rows belong'} to what the import brought, such as ${from} to ${to}. Nothing was taken back; take back the import that brought ${one ? 'it' : 'them'} first, or have ${one ? 'it' : 'them'} belong to something else.`,
    params: {
      count: referrers.length,
      collection: first?.from.collection ?? '',
      id: first?.from.id ?? '',
      to: first?.to.id ?? '',
    },
  };
}

const NOWHERE: ChangedRow = { collection: '', id: '' };

/** What a value points at, however deep inside; its own id is no link. */
function linkIn(value: object, leaving: ReadonlyMap<string, ChangedRow>): ChangedRow | undefined {
  for (const [key, inner] of Object.entries(value)) {
    if (key === 'id' || STAMPS.includes(key)) continue;
    const found =
      typeof inner === 'string'
        ? leaving.get(inner)
        : typeof inner === 'object' && inner !== null
          ? linkIn(inner, leaving)
          : undefined;
    if (found) return found;
  }
  return undefined;
}

const placeOf = ({ collection, id }: ChangedRow): string => `${collection}/${id}`;
