import type { StorageAdapter } from '@kith/adapters';
import { dexieAdapter } from '@kith/adapters/dexie';
import { Dexie, type Table } from 'dexie';
import type { Bench } from '../bench.js';
import { type BenchContact, makeContact, makeContacts } from './contacts.js';

const ROWS = 100_000;
const KITH_BATCH = 1_000;
/** Dexie is fastest with large batches. */
const DEXIE_BATCH = 10_000;
const STAGES = ['subscriber', 'lead', 'qualified', 'opportunity', 'customer', 'former'];

const openOptions = {
  tenant: 'bench',
  schema: 1,
  collections: {
    contacts: {
      indexes: [['email'], ['city'], ['stage', 'updatedAt'], ['companyId'], ['tags']],
      tallies: [{ by: ['stage'], sum: ['revenue'] }],
    },
  },
  migrations: [],
  onSuperseded() {},
};

let contacts: BenchContact[] = [];
let kith: StorageAdapter | undefined;
let dexie: Dexie | undefined;
let version = 0;

async function loadKith(): Promise<void> {
  const adapter = dexieAdapter({ name: 'bench-kith' });
  await adapter.open(openOptions);
  for (let at = 0; at < ROWS; at += KITH_BATCH) {
    await adapter.write({
      ops: contacts
        .slice(at, at + KITH_BATCH)
        .map((data) => ({ op: 'put', c: 'contacts', id: data.id, expect: 'absent', data })),
    });
  }
  kith = adapter;
}

async function loadDexie(): Promise<void> {
  const database = openDexie();
  await database.open();
  for (let at = 0; at < ROWS; at += DEXIE_BATCH)
    await contactTable(database).bulkAdd(contacts.slice(at, at + DEXIE_BATCH));
  dexie = database;
}

function openDexie(): Dexie {
  const database = new Dexie('bench-dexie');
  database.version(1).stores({ contacts: 'id, email, city, [stage+updatedAt], companyId, *tags' });
  return database;
}

const contactTable = (database: Dexie): Table<BenchContact, string> => database.table('contacts');

async function removeBoth(): Promise<void> {
  await kith?.destroy();
  kith = undefined;
  dexie?.close();
  await Dexie.delete('bench-dexie');
  dexie = undefined;
}

function loadedKith(): StorageAdapter {
  if (kith === undefined) throw new Error('The bulk load has not run.');
  return kith;
}

function loadedTable(): Table<BenchContact, string> {
  if (dexie === undefined) throw new Error('The bulk load has not run.');
  return contactTable(dexie);
}

async function times(count: number, work: (round: number) => Promise<unknown>): Promise<void> {
  for (let round = 0; round < count; round++) await work(round);
}

const someId = (round: number): string => makeContact((round * 7_919) % ROWS, ROWS, 0).id;

/** Both have to give the same answer before their costs mean anything. */
async function compareAnswers(): Promise<void> {
  const rows = await Promise.all([pageOfKith(), pageOfDexie()]);
  const ids = rows.map((each) => each.map(({ updatedAt }) => updatedAt).join());
  if (ids[0] !== ids[1]) throw new Error('Kith and Dexie answered different pages.');
  const counts = await Promise.all([countByKith(), countByDexie()]);
  if (counts[0].join() !== counts[1].join()) throw new Error('Kith and Dexie counted differently.');
}

async function pageOfKith(): Promise<readonly BenchContact[]> {
  const page = await loadedKith().query({
    c: 'contacts',
    where: { f: 'stage', is: 'eq', v: 'customer' },
    order: [['updatedAt', 'desc']],
    limit: 50,
  });
  return page.rows.map(({ data }) => data as unknown as BenchContact);
}

const pageOfDexie = (): Promise<readonly BenchContact[]> =>
  loadedTable()
    .where('[stage+updatedAt]')
    .between(['customer', Dexie.minKey], ['customer', Dexie.maxKey])
    .reverse()
    .limit(50)
    .toArray();

async function countByKith(): Promise<readonly number[]> {
  const groups = await loadedKith().tally({ c: 'contacts', by: ['stage'] });
  return STAGES.map((stage) => groups.find(({ key }) => key[0] === stage)?.count ?? 0);
}

const countByDexie = (): Promise<readonly number[]> =>
  Promise.all(
    STAGES.map((stage) =>
      loadedTable().where('[stage+updatedAt]').between([stage, Dexie.minKey], [stage, Dexie.maxKey]).count(),
    ),
  );

const scanFilter = (contact: BenchContact): boolean => contact.score > 50 && contact.country === 'C7';

export const bench: Bench = {
  title: 'Storage: dexieAdapter against the same rows and indexes in raw Dexie',
  size: `${ROWS.toLocaleString('en')} contacts of 23 columns, 5 indexes`,
  async prepare() {
    contacts = makeContacts(ROWS);
    await removeBoth();
  },
  cases: [
    {
      name: 'bulk load',
      rounds: 3,
      most: 0.3,
      mostBlock: 50,
      async subject() {
        await kith?.destroy();
        await loadKith();
      },
      async baseline() {
        dexie?.close();
        await Dexie.delete('bench-dexie');
        await loadDexie();
      },
    },
    {
      name: 'get by id, 1,000 times',
      most: 1,
      before: compareAnswers,
      subject: () => times(1000, (round) => loadedKith().get('contacts', [someId(round)])),
      baseline: () => times(1000, (round) => loadedTable().get(someId(round))),
    },
    {
      name: 'rows of one city (40), 100 times',
      most: 1,
      subject: () =>
        times(100, (round) =>
          loadedKith().query({ c: 'contacts', where: { f: 'city', is: 'eq', v: `City ${round}` }, limit: 1000 }),
        ),
      baseline: () => times(100, (round) => loadedTable().where('city').equals(`City ${round}`).toArray()),
    },
    {
      name: 'page of 50, filtered and sorted by an index, 100 times',
      most: 1,
      subject: () => times(100, pageOfKith),
      baseline: () => times(100, pageOfDexie),
    },
    {
      name: 'count by group, 10 times',
      most: 1,
      subject: () => times(10, countByKith),
      baseline: () => times(10, countByDexie),
    },
    {
      name: 'filter and sort without an index',
      most: 1,
      subject: () =>
        loadedKith().query({
          c: 'contacts',
          where: {
            and: [
              { f: 'score', is: 'gt', v: 50 },
              { f: 'country', is: 'eq', v: 'C7' },
            ],
          },
          order: [['name', 'asc']],
          limit: 50,
        }),
      baseline: async () => (await loadedTable().filter(scanFilter).sortBy('name')).slice(0, 50),
    },
    {
      name: 'update of 1,000 rows, 5 times',
      most: 1,
      mostBlock: 50,
      subject: () =>
        times(5, () => {
          version++;
          return loadedKith().write({
            ops: changedContacts().map((data) => ({ op: 'put', c: 'contacts', id: data.id, expect: 'present', data })),
          });
        }),
      baseline: () =>
        times(5, () => {
          version++;
          return loadedTable().bulkPut(changedContacts());
        }),
    },
    {
      name: 'update of one row, 100 times',
      subject: () =>
        times(100, (round) => {
          const data = makeContact(round * 31, ROWS, ++version);
          return loadedKith().write({ ops: [{ op: 'put', c: 'contacts', id: data.id, expect: 'present', data }] });
        }),
      baseline: () => times(100, (round) => loadedTable().put(makeContact(round * 31, ROWS, ++version))),
    },
    {
      name: 'open and answer the first page',
      rounds: 3,
      mostBlock: 50,
      async subject() {
        await loadedKith().close();
        kith = dexieAdapter({ name: 'bench-kith' });
        await kith.open(openOptions);
        await pageOfKith();
      },
      async baseline() {
        dexie?.close();
        dexie = openDexie();
        await dexie.open();
        await pageOfDexie();
      },
    },
  ],
};

const changedContacts = (): BenchContact[] =>
  Array.from({ length: 1000 }, (_, index) => makeContact((index * 17 + version) % ROWS, ROWS, version));
