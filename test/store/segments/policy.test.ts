import type { Id } from '@kith/core';
import { contacts, type Store, users } from '@kith/store';
import * as segments from '@kith/store/segments';
import { describe, expect, it } from 'vitest';
import { valueOf } from '../../support/book.js';
import { policedDesk } from './policed-desk.js';

const untag = (store: Store, id: Id<'contact'>) => store.run(contacts.edit({ id, changes: { tags: [] } }));
const DENIED = { code: 'store/denied' };
const wait = async (): Promise<void> => undefined;

describe('Events of segments where not everybody sees everything', () => {
  it('SG11 are refused to a store that sees only some rows, however much it administers', async () => {
    const { as, bo, ada, events } = await policedDesk();
    for (const actor of [bo, ada]) {
      const open = await segments.openSegments(await as(actor));
      await expect(segments.keepSegmentEvents(open, { wait })).rejects.toMatchObject(DENIED);
    }
    expect(await events()).toEqual([]);
  });

  it('SG11 are kept by whoever sees all rows, though they could not write them themselves', async () => {
    const { as, ria, ana, events } = await policedDesk();
    const store = await as(ria);
    const keeper = await segments.keepSegmentEvents(await segments.openSegments(store), { wait });
    valueOf(await untag(store, ana));
    await keeper.settled();
    expect(await events()).toEqual(['exit VIP Ana']);
  });

  it('SG11 end when somebody sees all rows no longer: nobody is told to have left who only went out of sight', async () => {
    const { host, as, ria, ana, vip, events } = await policedDesk();
    const store = await as(ria);
    const open = await segments.openSegments(store);
    const keeper = await segments.keepSegmentEvents(open, { wait });
    const isNarrow = new Promise<void>((resolve) => open.count$(vip.id).subscribe((count) => count === 1 && resolve()));
    valueOf(await host.run(users.edit({ id: ria, changes: { roles: ['rep'] } })));
    await isNarrow;
    await keeper.settled();
    expect(keeper.isKeeping()).toBe(false);
    valueOf(await untag(store, ana));
    await keeper.settled();
    expect(await events()).toEqual([]);
    const next = await segments.keepSegmentEvents(await segments.openSegments(host), { wait });
    await next.settled();
    expect(await events()).toEqual(['exit VIP Ana']);
  });
});
