import { type Comparing, type Comparison, compareIdentities, type Identity } from '@kith/core/duplicates';
import type { Collection, Identified } from '../collection.js';
import type { Work } from '../work.js';
import { type IdentityRow, identities, identityRow, keysToFind, type SourceName } from './collection.js';
import { SOURCE_NAMES, SOURCES } from './sources.js';

/** A row that may be the same. */
export interface Match extends Comparison {
  readonly collection: SourceName;
  readonly id: string;
  readonly name: string;
  /** Whether the people were compared, or the companies that both name. */
  readonly comparing: Comparing;
}

/** What a search for duplicates came to. */
export interface Matches {
  /** The likeliest first. */
  readonly matches: readonly Match[];
  /** Identities that were compared. */
  readonly compared: number;
  /** Keys that so many rows share that they tell nothing; what only they would find is not found. */
  readonly passedOver: number;
}

/** Nobody is like it. */
export const NO_MATCHES: Matches = { matches: [], compared: 0, passedOver: 0 };

/** A key that more rows share is passed over: a name like John Smith, a switchboard. */
const MOST_PER_KEY = 200;
const MOST_MATCHES = 10;

/**
 * Looks for rows that may be about the same person or company: those that share a blocking key, compared one by one. Only
 * the index of keys is read, and of the rows themselves those that are answered. Under a policy the answer is that of a book
 * in which hidden rows do not exist and hidden fields were never filled in, its figures included: what is not wholly seen is
 * read as the person sees it, and compared by that.
 */
export async function findDuplicates(
  work: Work,
  identity: Identity,
  { except, among }: { readonly except?: string | undefined; readonly among?: readonly SourceName[] | undefined } = {},
): Promise<Matches> {
  const candidates = new Map<string, IdentityRow>();
  let passedOver = 0;
  for (const key of keysToFind(identity)) {
    const rows = await seenWith(key, work);
    if (rows.length > MOST_PER_KEY) passedOver++;
    else
      for (const row of rows) if (row.id !== except && (among?.includes(row.of) ?? true)) candidates.set(row.id, row);
  }
  const found = [...candidates.values()]
    .map((row) => {
      const comparing = comparingWith(identity, row);
      return { row, comparing, comparison: compareIdentities(identity, row.identity, comparing) };
    })
    .filter(({ comparison }) => comparison.verdict !== 'different')
    .sort((a, b) => b.comparison.probability - a.comparison.probability || (a.row.id < b.row.id ? -1 : 1));
  const matches: Match[] = [];
  for (const { row, comparing, comparison } of found) {
    if (matches.length === MOST_MATCHES) break;
    const entity = await work.get(SOURCES[row.of], row.id);
    if (entity) matches.push({ collection: row.of, id: row.id, name: entity.name ?? '', comparing, ...comparison });
  }
  return { matches, compared: candidates.size, passedOver };
}

/** The identities with a key, as far as they are those of rows and fields that the person sees. */
async function seenWith(key: string, work: Work): Promise<readonly IdentityRow[]> {
  const isWhole = Object.values(SOURCES).every((collection) => work.seesAll(collection));
  const rows = await work.system.find({
    ask: 'rows',
    collection: identities,
    where: { field: 'keys', is: 'eq', value: key },
    ...(isWhole && { limit: MOST_PER_KEY + 1 }),
  });
  if (isWhole) return rows;
  const seen = new Map<string, IdentityRow | undefined>();
  for (const of of SOURCE_NAMES) {
    const ids = rows.flatMap((row) => (row.of === of ? row.id : []));
    for (const entity of ids.length > 0 ? await rowsById(work, SOURCES[of], ids) : [])
      seen.set(entity.id, identityRow(of, entity));
  }
  return rows.flatMap(({ id }) => {
    const row = seen.get(id);
    return row?.keys.includes(key) ? [row] : [];
  });
}

const rowsById = (work: Work, collection: Collection, ids: readonly string[]): Promise<readonly Identified[]> =>
  work.find({ ask: 'rows', collection, where: { field: 'id', is: 'in', value: ids } });

/** Companies are compared with companies, and with leads where one of both names nobody. */
const comparingWith = (identity: Identity, { of, identity: other }: IdentityRow): Comparing =>
  of === 'companies' || (of === 'leads' && identity.company && other.company && !(identity.person && other.person))
    ? 'companies'
    : 'people';
