import { memoryAdapter, type StorageAdapter } from '@kith/adapters';
import type { Contender } from '../contender.js';
import { FIELDS_BY_WEIGHT, makePeople, makePerson, mistyped, type Person, prefixes, twoWords } from './people.js';

const LIMIT = 50;
const BATCH = 1_000;
const C = 'people';

let rows = 0;
let version = 0;
let people: readonly Person[] = [];
let adapter: StorageAdapter = memoryAdapter();

const put = (persons: readonly Person[]) =>
  adapter.write({
    ops: persons.map((person) => ({ op: 'put', c: C, id: person.id, expect: 'any', data: { ...person } })),
  });
const search = (text: string) => adapter.search({ c: C, text, limit: LIMIT });

export const contender: Contender = {
  async prepare(count) {
    rows = count;
  },
  lines: {
    /** With the rows themselves, which the others do not keep. */
    build: {
      async before() {
        people = makePeople(rows);
        adapter = memoryAdapter();
        const shape = {
          indexes: [],
          search: Object.entries(FIELDS_BY_WEIGHT).map(([path, weight]) => ({ path, weight })),
        };
        await adapter.open({
          tenant: 'bench',
          schema: 1,
          collections: { [C]: shape },
          migrations: [],
          onSuperseded() {},
        });
      },
      async work() {
        for (let at = 0; at < rows; at += BATCH) await put(people.slice(at, at + BATCH));
        people = [];
        // Where the index is made on the first question, that belongs to it.
        await search('a');
      },
    },
    twoWords: { work: async (turn) => void (await search(twoWords(turn, rows))) },
    prefix: { work: async (turn) => void (await search(prefixes(turn, rows))) },
    mistyped: { work: async (turn) => void (await search(mistyped(turn, rows))) },
    update: {
      async work(turn) {
        const person = makePerson((turn * 31) % rows);
        version++;
        await put([{ ...person, jobTitle: `${person.jobTitle} ${version % 50}` }]);
      },
    },
  },
  answers: () =>
    Promise.all(
      [1, 2, 3, 4, 5].map(async (turn) => {
        const hits = await search(twoWords(turn, rows));
        return hits.some(({ row }) => row.id === makePerson((turn * 7_907) % rows).id);
      }),
    ),
};
