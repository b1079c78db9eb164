import { memoryAdapter, StorageFault } from '@kith/adapters';
import type { Activity, Company, Contact, Day, Deal, Pipeline, Product, Result, Team, User } from '@kith/core';
import type { Command, Store } from '@kith/store';
import * as kith from '@kith/store';
import { describe, expect, it } from 'vitest';
import { dumpOf, euros, openBook, stageId, valueOf, withDeals, withPipeline } from '../support/book.js';

const { activities, companies, contacts, deals, pipelines, products, teams, users } = kith;

/** What the commands work on. */
interface Rows {
  readonly pipeline: Pipeline;
  readonly deal: Deal;
  readonly company: Company;
  readonly contact: Contact;
  readonly product: Product;
  readonly team: Team;
  readonly user: User;
  readonly activity: Activity;
}

/** Every command that Kith brings, by its feature and name, as it is given to a book with some rows. */
const commands: Readonly<Record<string, (rows: Rows) => Command>> = {
  'activities.log': () => activities.log({ kind: 'call', subject: 'Spoke of prices' }),
  'activities.schedule': () => activities.schedule({ kind: 'task', subject: 'Call', dueDay: '2026-12-01' as Day }),
  'activities.complete': ({ activity }) => activities.complete({ id: activity.id, outcome: 'reached' }),
  'activities.edit': ({ activity }) => activities.edit({ id: activity.id, changes: { subject: 'Call back' } }),
  'activities.remove': ({ activity }) => activities.remove({ id: activity.id }),
  'companies.create': () => companies.create({ name: 'Cantine' }),
  'companies.edit': ({ company }) => companies.edit({ id: company.id, changes: { name: 'Brama S.A.' } }),
  'contacts.create': () => contacts.create({ name: 'Ada' }),
  'contacts.edit': ({ contact }) => contacts.edit({ id: contact.id, changes: { jobTitle: 'Buyer' } }),
  'deals.create': ({ pipeline }) => deals.create({ name: 'New', pipelineId: pipeline.id }),
  'deals.edit': ({ deal }) => deals.edit({ id: deal.id, changes: { name: 'Renamed' } }),
  'deals.move': ({ deal }) => deals.move({ id: deal.id, stageId: stageId('proposal') }),
  'deals.win': ({ deal }) => deals.win({ id: deal.id, actualValue: euros(900) }),
  'deals.lose': ({ deal }) => deals.lose({ id: deal.id, lossReason: 'price' }),
  'deals.reopen': ({ deal }) => deals.reopen({ id: deal.id }),
  'pipelines.create': ({ pipeline }) => pipelines.create({ name: 'Renewals', stages: pipeline.stages }),
  'pipelines.edit': ({ pipeline }) => pipelines.edit({ id: pipeline.id, changes: { name: 'Old business' } }),
  'products.create': () => products.create({ name: 'Chair' }),
  'products.edit': ({ product }) => products.edit({ id: product.id, changes: { name: 'Table' } }),
  'teams.create': () => teams.create({ name: 'North' }),
  'teams.edit': ({ team }) => teams.edit({ id: team.id, changes: { name: 'South' } }),
  'users.create': () => users.create({ name: 'Ida' }),
  'users.edit': ({ user }) => users.edit({ id: user.id, changes: { name: 'Ida B.' } }),
};

/** A book with a row of each kind, over storage that refuses the next write when it is told to. */
async function book() {
  const real = memoryAdapter();
  let refusals = 0;
  let writes = 0;
  const adapter: typeof real = {
    ...real,
    write: (batch) => {
      writes++;
      return refusals-- > 0
        ? Promise.reject(new StorageFault({ kind: 'conflict', c: 'companies', id: 'x', actual: null }))
        : real.write(batch);
    },
  };
  const store = await openBook({ adapter });
  const made = async <Row>(run: Promise<Result<Row>>): Promise<Row> => valueOf(await run);
  const pipeline = await withPipeline(store);
  const [deal] = (await withDeals(store, pipeline, 'a', 'b')) as readonly [Deal];
  const rows: Rows = {
    pipeline,
    deal,
    company: await made(store.run(companies.create({ name: 'Brama' }))),
    contact: await made(store.run(contacts.create({ name: 'Bea' }))),
    product: await made(store.run(products.create({ name: 'Lamp' }))),
    team: await made(store.run(teams.create({ name: 'West' }))),
    user: await made(store.run(users.create({ name: 'Kim' }))),
    activity: await made(store.run(activities.schedule({ kind: 'task', subject: 'Ask' }))),
  };
  const runOver = async (one: Command, times: number): Promise<number> => {
    refusals = times;
    const before = writes;
    valueOf(await store.run(one));
    return writes - before;
  };
  return { adapter, store, rows, runOver };
}

/** Whole states compared without ids, which are fresh each time. */
async function stateOf(adapter: Parameters<typeof dumpOf>[0], store: Store): Promise<unknown> {
  const text = JSON.stringify(Object.entries(await dumpOf(adapter)));
  const names = new Map<string, string>();
  const plain = text.replace(/[a-zA-Z]+_01[0-9A-Z]{24}/g, (id) => {
    names.set(id, names.get(id) ?? `id ${names.size}`);
    return names.get(id) as string;
  });
  const history: unknown[] = [];
  store.history$.subscribe(({ undo }) => history.push(undo?.type)).unsubscribe();
  return [plain, history];
}

describe('commands that run again', () => {
  it('S13 are all of those that Kith brings', () => {
    const shipped = Object.entries(kith)
      .filter(([, feature]) => typeof feature === 'object' && 'collection' in feature)
      .flatMap(([feature, members]) =>
        Object.entries(members).flatMap(([name, make]) => {
          // A query says what it asks, with whatever it is called; a command does not.
          const made: unknown = typeof make === 'function' ? tryWith(make) : undefined;
          return made !== undefined && Reflect.has(made as object, 'carryOut') ? [`${feature}.${name}`] : [];
        }),
      );
    expect(Object.keys(commands).sort()).toEqual(shipped.sort());
  });

  it.each(Object.keys(commands))('S13 come to the same: %s', async (name) => {
    const once = await book();
    const again = await book();
    const make = commands[name] as (rows: Rows) => Command;
    if (name === 'deals.reopen')
      for (const { store, rows } of [once, again]) valueOf(await store.run(deals.win({ id: rows.deal.id })));
    expect(await once.runOver(make(once.rows), 0)).toBe(1);
    expect(await again.runOver(make(again.rows), 2)).toBe(3);
    expect(await stateOf(again.adapter, again.store)).toEqual(await stateOf(once.adapter, once.store));
    // And given a second time, as it is.
    const one = make(again.rows);
    const [first, second] = [await again.store.run(one), await again.store.run(one)];
    if (first.ok !== second.ok) expect(second).toMatchObject({ ok: false, problem: { code: 'store/not-found' } });
  });
});

const tryWith = (make: (input: object) => unknown): unknown => {
  try {
    return make({});
  } catch {
    return undefined;
  }
};
