import '@kith/elements/define';
import type { Id } from '@kith/core';
import { contacts, deals } from '@kith/store';
import { expect } from '@open-wc/testing';
import { html } from 'lit';
import { openBreventBook } from '../../../stories/books/brevent.js';
import { ask } from '../../support/book.js';
import { showRecord } from '../../support/record-driver.js';

const LEA = 'contact_lea' as Id<'contact'>;
const BREVENT = 'company_brevent' as Id<'company'>;

describe('a card on paper', () => {
  afterEach(() => window.dispatchEvent(new Event('afterprint')));

  it('EL31 shows all people of a company, and goes back to the first of them', async () => {
    const store = await openBreventBook();
    for (let index = 0; index < 20; index++)
      await store.run(contacts.create({ name: `Person ${index}`, companyId: BREVENT }));
    const card = await showRecord(
      store,
      html`<kith-company-card .company=${BREVENT} layout="full"></kith-company-card>`,
    );
    const people = (): number => card.all('.people > li').length;
    await card.until(() => people() === 6, 'the first six are there');
    window.dispatchEvent(new Event('beforeprint'));
    await card.until(() => people() > 20, 'all are there');
    expect(card.all('[part~=people] .more')).to.deep.equal([]);
    window.dispatchEvent(new Event('afterprint'));
    await card.until(() => people() === 6, 'the first six are there again');
  });

  it('EL31 shows all open deals of a contact', async () => {
    const store = await openBreventBook();
    const [like] = (await ask(store, deals.ofContact(LEA)))?.filter(({ status }) => status === 'open') ?? [];
    if (!like) throw new Error('Léa has no open deal.');
    for (let index = 0; index < 10; index++)
      await store.run(
        deals.create({ name: `Deal ${index}`, pipelineId: like.pipelineId, stageId: like.stageId, contactIds: [LEA] }),
      );
    const card = await showRecord(store, html`<kith-contact-card .contact=${LEA} layout="full"></kith-contact-card>`);
    const open = (): number => card.all('[part~=deals] .related > li').length;
    await card.until(() => open() === 6, 'the first six are there');
    window.dispatchEvent(new Event('beforeprint'));
    await card.until(() => open() > 10, 'all are there');
    window.dispatchEvent(new Event('afterprint'));
    await card.until(() => open() === 6, 'the first six are there again');
  });
});
