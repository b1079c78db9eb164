import MiniSearch from 'minisearch';
import type { Contender } from '../contender.js';
import { FIELDS_BY_WEIGHT, makePeople, makePerson, mistyped, type Person, prefixes, twoWords } from './people.js';

const LIMIT = 50;
let people: readonly Person[] = [];
let rows = 0;
let index = newIndex();
let version = 0;

function newIndex(): MiniSearch<Person> {
  return new MiniSearch<Person>({
    fields: Object.keys(FIELDS_BY_WEIGHT),
    searchOptions: { boost: FIELDS_BY_WEIGHT, combineWith: 'AND' },
  });
}

const search = (text: string, options: { readonly prefix?: boolean; readonly fuzzy?: number } = {}) =>
  index
    .search(text, options)
    .slice(0, LIMIT)
    .map(({ id }) => String(id));

export const contender: Contender = {
  async prepare(count) {
    rows = count;
  },
  lines: {
    build: {
      async before() {
        people = makePeople(rows);
        index = newIndex();
      },
      async work() {
        index.addAll(people);
        people = [];
      },
    },
    twoWords: { work: (turn) => void search(twoWords(turn, rows), { prefix: true }) },
    prefix: { work: (turn) => void search(prefixes(turn, rows), { prefix: true }) },
    mistyped: { work: (turn) => void search(mistyped(turn, rows), { fuzzy: 0.2, prefix: true }) },
    update: {
      work(turn) {
        const person = makePerson((turn * 31) % rows);
        version++;
        index.replace({ ...person, jobTitle: `${person.jobTitle} ${version % 50}` });
      },
    },
  },
  answers: async () =>
    [1, 2, 3, 4, 5].map((turn) => search(twoWords(turn, rows), { prefix: true }).includes(expectedOf(turn))),
};

const expectedOf = (turn: number): string => makePerson((turn * 7_907) % rows).id;
