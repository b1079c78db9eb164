import { createRxDatabase, type RxCollection, type RxDatabase, type RxJsonSchema, removeRxDatabase } from 'rxdb';
import { getRxStorageDexie } from 'rxdb/plugins/storage-dexie';
import type { BenchContact } from '../contacts.js';
import { bookContender, type ContactBook, PAGE, STAGES } from './contact-book.js';

const BATCH = 10_000;

const text = (maxLength: number) => ({ type: 'string', maxLength }) as const;

/** An indexed text needs a greatest length, and an array cannot be indexed: the index of tags is missing here. */
const schema: RxJsonSchema<BenchContact> = {
  version: 0,
  primaryKey: 'id',
  type: 'object',
  properties: {
    id: text(40),
    givenName: { type: 'string' },
    familyName: { type: 'string' },
    name: { type: 'string' },
    email: text(80),
    phone: { type: 'string' },
    jobTitle: { type: 'string' },
    department: { type: 'string' },
    companyId: text(40),
    city: text(40),
    country: { type: 'string' },
    language: { type: 'string' },
    timeZone: { type: 'string' },
    source: { type: 'string' },
    stage: text(20),
    ownerId: { type: 'string' },
    score: { type: 'number' },
    revenue: { type: 'number' },
    doNotEmail: { type: 'boolean' },
    tags: { type: 'array', items: { type: 'string' } },
    custom: { type: 'object' },
    createdAt: { type: 'string' },
    updatedAt: text(30),
  },
  required: ['id', 'email', 'companyId', 'city', 'stage', 'updatedAt'],
  indexes: ['email', 'city', ['stage', 'updatedAt'], 'companyId'],
};

/** RxDB over its own storage on Dexie, the one that comes without a licence fee. */
function rxdbBook(): ContactBook {
  let database: RxDatabase | undefined;
  let contacts: RxCollection<BenchContact> | undefined;

  async function open(name: string): Promise<void> {
    database = await createRxDatabase({ name: `${name}-rxdb`, storage: getRxStorageDexie(), eventReduce: true });
    const made = await database.addCollections({ contacts: { schema } });
    contacts = made['contacts'];
  }
  function collection(): RxCollection<BenchContact> {
    if (contacts === undefined) throw new Error('The book is not open.');
    return contacts;
  }
  const plain = (documents: readonly { toJSON(): unknown }[]) =>
    documents.map((document) => document.toJSON() as BenchContact);
  const newest = (stage: string, before: string) =>
    collection().find({
      selector: { stage, updatedAt: { $lt: before } },
      sort: [{ stage: 'desc' }, { updatedAt: 'desc' }],
      index: ['stage', 'updatedAt'],
      limit: PAGE,
    });

  return {
    async create(name) {
      await database?.close();
      await removeRxDatabase(`${name}-rxdb`, getRxStorageDexie());
      await open(name);
    },
    open,
    async load(rows) {
      for (let at = 0; at < rows.length; at += BATCH) {
        const { error } = await collection().bulkInsert(rows.slice(at, at + BATCH));
        if (error.length > 0) throw new Error(`RxDB refused ${error.length} contacts.`);
      }
    },
    async get(id) {
      const document = await collection().findOne(id).exec();
      return document?.toJSON() as BenchContact | undefined;
    },
    async ofCity(city) {
      return plain(await collection().find({ selector: { city } }).exec());
    },
    async page(stage, before) {
      return plain(await newest(stage, before).exec());
    },
    async scan(country, points) {
      const query = { selector: { country, score: { $gt: points } }, sort: [{ name: 'asc' as const }], limit: PAGE };
      return plain(await collection().find(query).exec());
    },
    countByStage: (turn) =>
      Promise.all(
        STAGES.map((stage) =>
          // The same count a second time would come from a cache, as long as nothing is written.
          collection()
            .count({ selector: { stage, updatedAt: { $gt: `1${turn}` } }, index: ['stage', 'updatedAt'] })
            .exec(),
        ),
      ),
    async put(rows) {
      const { error } = await collection().bulkUpsert([...rows]);
      if (error.length > 0) throw new Error(`RxDB refused ${error.length} contacts.`);
    },
    async watchPage(stage, tell) {
      newest(stage, '9999').$.subscribe((documents) => tell(plain(documents)));
    },
    async watchCompany(companyId, tell) {
      collection()
        .find({ selector: { companyId } })
        .$.subscribe((documents) => tell(plain(documents)));
    },
  };
}

export const contender = bookContender(rxdbBook());
