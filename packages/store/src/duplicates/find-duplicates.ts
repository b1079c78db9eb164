import { type Comparing, type Comparison, compareIdentities, type Identity } from '@kith/core/duplicates';
import type { Lead } from '@kith/core/leads';
import type { Collection, Identified } from '../collection.js';
import { companies } from '../companies/collection.js';
import { contacts } from '../contacts/collection.js';
import { leads } from '../leads/collection.js';
import type { Work } from '../work.js';
import { type IdentityRow, identities, keysToFind, type SourceName } from './collection.js';

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

/** A key that more rows share is passed over: a name like John Smith, a switchboard. */
const MOST_PER_KEY = 200;
const MOST_MATCHES = 10;

const SOURCES: Readonly<Record<SourceName, Collection<Identified & { readonly name: string }>>> = {
  leads: leads as never,
  contacts: contacts as never,
  companies: companies as never,
};

/**
 * Looks for rows that may be about the same person or company: those that share a blocking key, compared one by one. Only
 * the index of keys is read, and of the rows themselves those that are answered; who may not see a row is not told of it.
 */
export async function findDuplicates(
  work: Work,
  identity: Identity,
  { except, among }: { readonly except?: string | undefined; readonly among?: readonly SourceName[] | undefined } = {},
): Promise<Matches> {
  const candidates = new Map<string, IdentityRow>();
  let passedOver = 0;
  for (const key of keysToFind(identity)) {
    const rows = await work.find({
      ask: 'rows',
      collection: identities,
      where: { field: 'keys', is: 'eq', value: key },
      limit: MOST_PER_KEY + 1,
    });
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
    if (entity) matches.push({ collection: row.of, id: row.id, name: entity.name, comparing, ...comparison });
  }
  return { matches, compared: candidates.size, passedOver };
}

/** Companies are compared with companies, and with leads where one of both names nobody. */
const comparingWith = (identity: Identity, { of, identity: other }: IdentityRow): Comparing =>
  of === 'companies' || (of === 'leads' && identity.company && other.company && !(identity.person && other.person))
    ? 'companies'
    : 'people';

/** The matches as a lead keeps them. */
export const keptMatches = (matches: readonly Match[]): Lead['duplicates'] =>
  matches.length === 0
    ? undefined
    : matches.slice(0, 5).map(({ collection, id, probability, reasons }) => ({ collection, id, probability, reasons }));
