import { type BenchContact, makeContact, makeContacts } from '../contacts.js';
import type { Contender } from '../contender.js';

/** What a storage has to do for a CRM's contacts. When a promise resolves, what was written is stored. */
export interface ContactBook {
  /** Removes what is there under this name, and opens an empty book. */
  create(name: string): Promise<void>;
  /** Opens the book of this name as it was left. */
  open(name: string): Promise<void>;
  load(contacts: readonly BenchContact[]): Promise<void>;
  get(id: string): Promise<BenchContact | undefined>;
  ofCity(city: string): Promise<readonly BenchContact[]>;
  /** The 50 of a stage that were changed last before a moment. */
  page(stage: string, before: string): Promise<readonly BenchContact[]>;
  /** The first 50 by name of those in a country with more points; there is no index for it. */
  scan(country: string, points: number): Promise<readonly BenchContact[]>;
  /** How many are in each of `STAGES`. A turn is given so that caches of questions can be passed by. */
  countByStage(turn: number): Promise<readonly number[]>;
  put(contacts: readonly BenchContact[]): Promise<void>;
  /** Tells the 50 of a stage that were changed last, now and whenever they change. */
  watchPage(stage: string, tell: (contacts: readonly BenchContact[]) => void): Promise<void>;
  /** Tells the contacts of a company, now and whenever they change. */
  watchCompany(companyId: string, tell: (contacts: readonly BenchContact[]) => void): Promise<void>;
}

export const STAGES = ['subscriber', 'lead', 'qualified', 'opportunity', 'customer', 'former'];
export const PAGE = 50;
const CHANGED = 1_000;
const UNRELATED = 999;
const MINUTE = 60_000;
const LAST_MOMENT = Date.UTC(2027, 0, 1);

/** A moment of the year the contacts' changes lie in; another one for each turn. */
const momentOf = (turn: number): string =>
  new Date(LAST_MOMENT - ((turn * 7_919) % (60 * 24 * 300)) * MINUTE).toISOString();
const stageOf = (turn: number): string => STAGES[turn % STAGES.length] ?? 'lead';

/** Measures a book. The lines stand in parts.mjs. */
export function bookContender(book: ContactBook): Contender {
  let rows = 0;
  let contacts: BenchContact[] = [];
  let version = 0;
  let watched: ((contacts: readonly BenchContact[]) => void) | undefined;
  let watchesUnrelated = false;

  const name = () => `bench-${rows}`;
  /** Always the same rows, so that all books hold the same in the end. */
  const changed = (count: number): BenchContact[] => {
    version++;
    return Array.from({ length: Math.min(count, rows) }, (_, index) => versionOf((index * 17) % rows, version));
  };
  const versionOf = (index: number, of: number): BenchContact => makeContact(index % rows, rows, of);

  /** Writes a contact that comes to the top of the watched page, and waits until that has been told and stored. */
  async function writeAndHear(): Promise<number> {
    version++;
    const updatedAt = new Date(LAST_MOMENT + version * MINUTE).toISOString();
    const contact = { ...versionOf(0, version), stage: 'customer', updatedAt };
    const start = performance.now();
    const heard = new Promise<number>((resolve) => {
      watched = ([first]) => first?.updatedAt === updatedAt && resolve(performance.now() - start);
    });
    await book.put([contact]);
    return heard;
  }

  async function watchPage(): Promise<void> {
    if (watched !== undefined) return;
    await new Promise<void>((resolve, reject) => {
      watched = () => resolve();
      book.watchPage('customer', (page) => watched?.(page)).catch(reject);
    });
  }

  return {
    async prepare(count) {
      rows = count;
    },
    lines: {
      load: {
        async before() {
          await book.create(name());
          watched = undefined;
          watchesUnrelated = false;
          contacts = makeContacts(rows);
        },
        async work() {
          await book.load(contacts);
          contacts = [];
        },
      },
      get: { work: (turn) => book.get(makeContact((turn * 7_919) % rows, rows, 0).id) },
      city: { work: (turn) => book.ofCity(`City ${turn % Math.max(1, Math.round(rows / 40))}`) },
      page: { work: (turn) => book.page(stageOf(turn), momentOf(turn)) },
      scan: { work: (turn) => book.scan(`C${turn % 40}`, 30 + (turn % 50)) },
      count: { work: (turn) => book.countByStage(turn) },
      updateOne: { work: () => book.put(changed(1)) },
      updateMany: { work: () => book.put(changed(CHANGED)) },
      live: { before: watchPage, work: writeAndHear },
      liveAmongMany: {
        async before() {
          await watchPage();
          if (watchesUnrelated) return;
          watchesUnrelated = true;
          for (let index = 0; index < UNRELATED; index++)
            await new Promise<void>((resolve, reject) => {
              // Past every company of the written contact, so that none of these questions has to do with it.
              book.watchCompany(`company_${String(30_000 + index).padStart(6, '0')}`, () => resolve()).catch(reject);
            });
        },
        work: writeAndHear,
      },
      coldStart: {
        async work() {
          await book.open(name());
          await book.page('customer', momentOf(0));
        },
      },
    },
    async answers() {
      const ids = Array.from({ length: Math.min(CHANGED, rows) }, (_, index) => versionOf((index * 17) % rows, -1).id);
      await book.put(ids.map((_, index) => versionOf((index * 17) % rows, 1_000_000)));
      const found = await Promise.all(ids.slice(0, 10).map((id) => book.get(id)));
      const pages = await Promise.all(STAGES.map((stage, turn) => book.page(stage, momentOf(turn))));
      const scanned = await book.scan('C7', 40);
      const city = await book.ofCity('City 3');
      return {
        found: found.map((contact) => contact && Object.entries(contact).sort(([a], [b]) => (a < b ? -1 : 1))),
        // Ties of a page's order may come in any order.
        pages: pages.map((page) => page.map(({ updatedAt }) => updatedAt)),
        scanned: scanned.map((contact) => contact['name']),
        city: city.map(({ id }) => id).sort(),
        counts: await book.countByStage(1),
      };
    },
  };
}
