import { Dexie, liveQuery, type Table } from 'dexie';
import type { BenchContact } from '../contacts.js';
import { bookContender, type ContactBook, PAGE, STAGES } from './contact-book.js';

/** Dexie is fastest with large batches. */
const BATCH = 10_000;

/** The rows in IndexedDB through Dexie, each a record, with the browser's indexes. */
function dexieBook(): ContactBook {
  let database: Dexie | undefined;

  async function open(name: string): Promise<void> {
    database = new Dexie(`${name}-dexie`);
    database.version(1).stores({ contacts: 'id, email, city, [stage+updatedAt], companyId, *tags' });
    await database.open();
  }
  function contacts(): Table<BenchContact, string> {
    if (database === undefined) throw new Error('The book is not open.');
    return database.table('contacts');
  }
  const page = (stage: string, before: string) =>
    contacts()
      .where('[stage+updatedAt]')
      .between([stage, Dexie.minKey], [stage, before])
      .reverse()
      .limit(PAGE)
      .toArray();
  const ofCompany = (companyId: string) => contacts().where('companyId').equals(companyId).toArray();

  return {
    async create(name) {
      database?.close();
      await Dexie.delete(`${name}-dexie`);
      await open(name);
    },
    open,
    async load(rows) {
      for (let at = 0; at < rows.length; at += BATCH) await contacts().bulkAdd(rows.slice(at, at + BATCH));
    },
    get: async (id) => contacts().get(id),
    ofCity: async (city) => contacts().where('city').equals(city).toArray(),
    page: async (stage, before) => page(stage, before),
    async scan(country, points) {
      const found = await contacts()
        .filter((contact) => contact['country'] === country && contact.score > points)
        .sortBy('name');
      return found.slice(0, PAGE);
    },
    countByStage: () =>
      Promise.all(
        STAGES.map((stage) =>
          contacts().where('[stage+updatedAt]').between([stage, Dexie.minKey], [stage, Dexie.maxKey]).count(),
        ),
      ),
    async put(rows) {
      await contacts().bulkPut(rows);
    },
    async watchPage(stage, tell) {
      liveQuery(() => page(stage, '9999')).subscribe(tell);
    },
    async watchCompany(companyId, tell) {
      liveQuery(() => ofCompany(companyId)).subscribe(tell);
    },
  };
}

export const contender = bookContender(dexieBook());
