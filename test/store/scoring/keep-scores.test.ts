import 'fake-indexeddb/auto';
import { memoryAdapter, type StorageAdapter } from '@kith/adapters';
import { dexieAdapter } from '@kith/adapters/dexie';
import type { Contact, Id, Instant } from '@kith/core';
import { makeRuleScorer, makeTallier, type Score, type ScoringScheme } from '@kith/core/scoring';
import { activities, contacts, erase, type Store } from '@kith/store';
import {
  contactActivities,
  explainScore,
  type GradeChange,
  gradeChanges,
  keepScores,
  ofRow,
  type RulePlan,
  ranked,
  rescoreAll,
  rescoreDue,
  scoringCollections,
} from '@kith/store/scoring';
import { describe, expect, it } from 'vitest';
import { ask, NOW, openBook, valueOf } from '../../support/book.js';

const DAY = 86_400_000;
const scheme: ScoringScheme = {
  id: 'marketing',
  timeZone: 'Europe/Vienna',
  fit: { rules: [{ id: 'head', where: { field: 'jobTitle', is: 'contains', value: 'head' }, points: 30 }] },
  engagement: {
    rules: [
      { id: 'meeting', where: { field: 'kind', is: 'eq', value: 'meeting' }, points: 20, halfLifeDays: 10 },
      { id: 'call', where: { field: 'kind', is: 'eq', value: 'call' }, points: 5, dailyCap: 10 },
    ],
  },
  grades: {
    steps: [
      { grade: 'hot', at: { fit: 30, engagement: 20 } },
      { grade: 'warm', at: { total: 20 } },
    ],
    hysteresis: 4,
  },
};
const plan: RulePlan = { of: contacts.collection, scheme, events: contactActivities };

interface Book {
  readonly store: Store;
  readonly adapter: StorageAdapter;
  at: number;
}

async function openScored(keeps = true): Promise<Book> {
  const adapter = memoryAdapter();
  const book: Book = { adapter, at: NOW, store: undefined as never };
  const store = await openBook({
    adapter,
    clock: () => book.at,
    collections: scoringCollections,
    companions: keeps ? [keepScores([plan])] : [],
  });
  return Object.assign(book, { store });
}

const contact = async ({ store }: Book, jobTitle?: string): Promise<Contact> =>
  valueOf(await store.run(contacts.create({ name: 'Léa Fontanel', ...(jobTitle && { jobTitle }) })));
const log = async ({ store }: Book, contactId: Id<'contact'>, kind: 'meeting' | 'call') =>
  valueOf(await store.run(activities.log({ kind, subject: 'Rollout', contactId })));
const scoreOf = async ({ store }: Book, id: string): Promise<Score | undefined> =>
  (await ask(store, ofRow(plan, id))) as Score | undefined;
const points = async (book: Book, id: string) => {
  const score = await scoreOf(book, id);
  return score && [score.fit, score.engagement, score.points, score.grade];
};

describe('Scores kept along with every commit', () => {
  it('SC70 scores a row and what is done about it in the same commit', async () => {
    const book = await openScored();
    const { id } = await contact(book, 'Head of sales');
    expect(await points(book, id)).toEqual([30, 0, 30, 'warm']);
    await log(book, id, 'meeting');
    expect(await points(book, id)).toEqual([30, 20, 50, 'hot']);
    for (let calls = 0; calls < 4; calls++) await log(book, id, 'call');
    expect(await points(book, id)).toEqual([30, 30, 60, 'hot']);
    await book.store.run(contacts.edit({ id, changes: { jobTitle: 'Assistant' } }));
    expect(await points(book, id)).toEqual([0, 30, 30, 'warm']);
  });

  it('SC70 takes both back with undo, and again with redo', async () => {
    const book = await openScored();
    const { id } = await contact(book);
    await log(book, id, 'meeting');
    const before = await scoreOf(book, id);
    await book.store.undo();
    expect(await points(book, id)).toEqual([0, 0, 0, undefined]);
    await book.store.redo();
    expect((await scoreOf(book, id))?.tally).toEqual(before?.tally);
  });

  it('SC71 leaves the row itself alone: an edit can be undone after it was scored anew', async () => {
    const book = await openScored();
    const { id } = await contact(book);
    await book.store.run(contacts.edit({ id, changes: { jobTitle: 'Head of sales' } }));
    book.at += 40 * DAY;
    await rescoreDue(book.store, plan);
    valueOf(await rescoreAll(book.store, plan));
    expect((await book.store.undo()).ok).toBe(true);
    expect(await points(book, id)).toEqual([0, 0, 0, undefined]);
  });

  it('SC72 counts only what is done (defect 12: a meeting planned in twenty days is no contact)', async () => {
    const book = await openScored();
    const { id } = await contact(book);
    const planned = valueOf(
      await book.store.run(
        activities.schedule({
          kind: 'meeting',
          subject: 'Demo',
          contactId: id,
          at: new Date(NOW + 20 * DAY).toISOString() as Instant,
        }),
      ),
    );
    expect(await points(book, id)).toEqual([0, 0, 0, undefined]);
    book.at = NOW + 20 * DAY + 3_600_000;
    await book.store.run(activities.complete({ id: planned.id }));
    expect(await points(book, id)).toEqual([0, 20, 20, 'warm']);
    await book.store.run(activities.edit({ id: planned.id, changes: { contactId: null } }));
    expect(await points(book, id)).toEqual([0, 0, 0, undefined]);
  });

  it('SC73 scores on their due day what time has changed, and nothing else', async () => {
    const book = await openScored();
    const [quiet, active] = [await contact(book, 'Head of sales'), await contact(book)];
    await log(book, active.id, 'meeting');
    expect((await scoreOf(book, quiet.id))?.dueDay).toBeUndefined();
    expect((await scoreOf(book, active.id))?.dueDay).toBe('2026-11-23');
    book.at += 10 * DAY;
    expect(valueOf(await rescoreDue(book.store, plan))).toEqual({ looked: 1, changed: 1 });
    expect(await points(book, active.id)).toEqual([0, 10, 10, undefined]);
    expect(valueOf(await rescoreDue(book.store, plan))).toEqual({ looked: 0, changed: 0 });
  });

  it('SC74 tells grade changes in the feed, each once', async () => {
    const book = await openScored();
    const told: GradeChange[] = [];
    gradeChanges(book.store).subscribe((change) => told.push(change));
    const { id } = await contact(book, 'Head of sales');
    await log(book, id, 'meeting');
    await log(book, id, 'call');
    book.at += 5 * DAY;
    await rescoreDue(book.store, plan);
    book.at += 20 * DAY;
    await rescoreDue(book.store, plan);
    expect(told.map(({ from, to }) => [from, to])).toEqual([
      [undefined, 'warm'],
      ['warm', 'hot'],
      ['hot', 'warm'],
    ]);
    expect(told[0]).toMatchObject({ subjectId: id, model: 'marketing', at: new Date(NOW).toISOString() });
  });

  it('SC75 comes to the same kept up to date as scored anew, whatever was done', async () => {
    const book = await openScored();
    let seed = 7;
    const next = (below: number): number => {
      seed = (seed * 48_271) % 2_147_483_647;
      return seed % below;
    };
    const people = [await contact(book, 'Head of IT'), await contact(book), await contact(book)];
    const done: Id<'activity'>[] = [];
    for (let step = 0; step < 60; step++) {
      book.at += next(3) * 7 * 3_600_000;
      const person = people[next(people.length)] as Contact;
      const some = done[next(Math.max(1, done.length))];
      if (next(3) > 0 || !some) done.push((await log(book, person.id, next(2) ? 'meeting' : 'call')).id);
      else if (next(3) === 0) await book.store.run(activities.edit({ id: some, changes: { contactId: person.id } }));
      else if (next(2) === 0)
        await book.store.run(activities.remove({ id: done.splice(done.indexOf(some), 1)[0] ?? some }));
      else await book.store.undo();
    }
    const kept = await Promise.all(people.map(({ id }) => scoreOf(book, id)));
    const tallier = makeTallier(scheme);
    const events = (await ask(book.store, { ask: 'rows', collection: activities.collection })) as readonly {
      contactId?: string;
      at: Instant;
    }[];
    for (const [index, person] of people.entries()) {
      const own = events.filter(({ contactId }) => contactId === person.id).map((row) => ({ at: row.at, row }));
      expect(kept[index]?.tally ?? []).toEqual(tallier.of(own));
      const scorer = makeRuleScorer(scheme, new Date(book.at).toISOString() as Instant);
      await rescoreDue(book.store, plan);
      expect((await scoreOf(book, person.id))?.points).toBe(scorer.score(person, tallier.of(own)).points.total);
    }
    expect(valueOf(await rescoreAll(book.store, plan)).changed).toBe(0);
  });

  it('SC76 goes with its row: removed, purged, never left behind', async () => {
    const book = await openScored();
    const { id } = await contact(book, 'Head of sales');
    await book.store.run(erase(contacts.collection, id));
    expect(await scoreOf(book, id)).toBeUndefined();
    for await (const { c, row } of book.adapter.dump())
      if (c === 'scores') expect(JSON.stringify(row.data ?? null)).toBe('null');
  });

  it('SC77 scores a book that was there before, in pages that can be sorted and paged', async () => {
    const book = await openScored(false);
    const people = [await contact(book), await contact(book, 'Head of IT'), await contact(book)];
    await log(book, people[2]?.id as Id<'contact'>, 'meeting');
    expect(await ask(book.store, ranked(plan, 10))).toEqual([]);
    let told = 0;
    expect(valueOf(await rescoreAll(book.store, plan, { onProgress: (looked) => (told = looked) }))).toEqual({
      looked: 3,
      changed: 3,
    });
    expect(told).toBe(3);
    const list = (await ask(book.store, ranked(plan, 2))) as readonly Score[];
    expect(list.map(({ subjectId, points: each }) => [subjectId, each])).toEqual([
      [people[1]?.id, 30],
      [people[2]?.id, 20],
    ]);
    expect(((await ask(book.store, ranked(plan, 2, 'hot'))) as readonly Score[]).length).toBe(0);
  });

  it('SC77 counts what was done before the first score, when something is done', async () => {
    const name = 'scores of later';
    const before = await openBook({
      adapter: dexieAdapter({ name }),
      collections: scoringCollections,
      random: Math.random,
    });
    const { id } = valueOf(await before.run(contacts.create({ name: 'Brama' })));
    await before.run(activities.log({ kind: 'meeting', subject: 'First', contactId: id }));
    await before.close();
    const store = await openBook({
      adapter: dexieAdapter({ name }),
      collections: scoringCollections,
      companions: [keepScores([plan])],
      random: Math.random,
    });
    valueOf(await store.run(activities.log({ kind: 'meeting', subject: 'Second', contactId: id })));
    expect(((await ask(store, ofRow(plan, id))) as Score).points).toBe(40);
  });

  it('SC78 explains a score from what is kept, and has nothing to say of one that is not there', async () => {
    const book = await openScored();
    const { id } = await contact(book, 'Head of sales');
    await log(book, id, 'meeting');
    expect(await explainScore(book.store, plan, id)).toMatchObject({
      points: { fit: 30, engagement: 20, total: 50 },
      rules: [
        { rule: 'head', points: 30 },
        { rule: 'meeting', points: 20, events: { times: 1 } },
      ],
    });
    expect(await explainScore(book.store, plan, 'contact_none')).toBeUndefined();
  });

  it('SC79 keeps both counts when two stores count at once', async () => {
    const open = () =>
      openBook({
        adapter: dexieAdapter({ name: 'scores of two' }),
        collections: scoringCollections,
        companions: [keepScores([plan])],
        random: Math.random,
      });
    const [left, right] = [await open(), await open()];
    const { id } = valueOf(await left.run(contacts.create({ name: 'Brama' })));
    const meeting = activities.log({ kind: 'meeting', subject: 'Both', contactId: id });
    const runs = await Promise.all([left.run(meeting), right.run(meeting), left.run(meeting), right.run(meeting)]);
    for (const run of runs) valueOf(run);
    await expect.poll(async () => ((await ask(left, ofRow(plan, id))) as Score).points).toBe(80);
  });
});
