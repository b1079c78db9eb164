import { type Company, type Id, money } from '@kith/core';
import { companies, deals, type Store, type TallyGroup } from '@kith/store';
import { readOnce } from '../lists/read-once.js';
import { type CompanyFigures, type CompanyNode, companyTree } from './tree.js';

/** A chain of parents, or a depth of subsidiaries, that is longer is an error in the data. */
const MOST_LEVELS = 12;
/** How many companies of a group are drawn. */
const MOST_COMPANIES = 300;

/** The group a company belongs to, as whoever looks may see it. */
export interface CompanyGroup {
  readonly root: CompanyNode;
  /** Whether there are more companies than are told. */
  readonly isCut: boolean;
}

/** Reads the group that a company belongs to: up to its topmost parent, down to all subsidiaries, and what their deals come to. */
export async function readGroup(store: Store, id: Id<'company'>): Promise<CompanyGroup | undefined> {
  const top = await topOf(store, id);
  if (!top) return undefined;
  const known = new Map<string, Company>([[top.id, top]]);
  let level: readonly string[] = [top.id];
  for (let depth = 0; depth < MOST_LEVELS && level.length > 0 && known.size < MOST_COMPANIES; depth++) {
    const below = await readOnce(store, {
      ask: 'rows',
      collection: companies.collection,
      where: { field: 'parentId', is: 'in', value: level },
      order: [['name', 'asc']],
      limit: MOST_COMPANIES + 1 - known.size,
    });
    const found = below.filter((company) => !known.has(company.id));
    for (const company of found) known.set(company.id, company);
    level = found.map((company) => company.id);
  }
  const isCut = known.size > MOST_COMPANIES;
  const all = [...known.values()].slice(0, MOST_COMPANIES);
  const root = companyTree(top.id, all, await figuresOf(store, all));
  return root && { root, isCut };
}

/** The topmost company above one, which is itself where it has no parent, or where parents stand in a circle. */
async function topOf(store: Store, id: Id<'company'>): Promise<Company | undefined> {
  const seen = new Set<string>();
  let top = await readOnce(store, companies.byId(id));
  const first = top;
  while (top?.parentId && seen.size < MOST_LEVELS) {
    seen.add(top.id);
    if (seen.has(top.parentId)) return first;
    const above: Company | undefined = await readOnce(store, companies.byId(top.parentId));
    if (!above) return top;
    top = above;
  }
  return top;
}

async function figuresOf(store: Store, all: readonly Company[]): Promise<ReadonlyMap<string, CompanyFigures>> {
  const where = { field: 'companyId', is: 'in', value: all.map(({ id }) => id as string) } as const;
  const [expected, actual] = await Promise.all(
    (['amount', 'actualValue'] as const).map((field) =>
      readOnce(store, {
        ask: 'tally',
        collection: deals.collection,
        where,
        by: ['companyId', 'status', `${field}.currency`],
        sum: [`${field}.minor`],
      }),
    ),
  );
  const figures = new Map<string, { openCount: number; open: CompanyFigures['open']; won: CompanyFigures['won'] }>();
  const of = (id: string): { openCount: number; open: CompanyFigures['open']; won: CompanyFigures['won'] } => {
    const known = figures.get(id) ?? { openCount: 0, open: [], won: [] };
    figures.set(id, known);
    return known;
  };
  const amounts = ({ key, sums }: TallyGroup): CompanyFigures['open'] =>
    typeof key[2] === 'string' ? [money(sums[0] ?? 0, key[2])] : [];
  for (const group of expected ?? []) {
    if (group.key[1] !== 'open') continue;
    const into = of(String(group.key[0]));
    into.openCount += group.count;
    into.open = [...into.open, ...amounts(group)];
  }
  for (const group of actual ?? []) {
    if (group.key[1] !== 'won') continue;
    const into = of(String(group.key[0]));
    into.won = [...into.won, ...amounts(group)];
  }
  return figures;
}
