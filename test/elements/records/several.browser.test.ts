import '@kith/elements/define';
import type { Id } from '@kith/core';
import { companies, contacts, type Store } from '@kith/store';
import { expect } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import { html } from 'lit';
import { openBreventBook } from '../../../stories/books/brevent.js';
import { expectNothingFromAxe } from '../../support/axe.js';
import { ask } from '../../support/book.js';
import { type PageOptions, type RecordDriver, showRecord } from '../../support/record-driver.js';

const LEA = 'contact_lea' as Id<'contact'>;
const BREVENT = 'company_brevent' as Id<'company'>;

describe('several addresses, e-mail addresses and numbers', () => {
  let store: Store;

  const showContact = async (options: PageOptions = {}): Promise<RecordDriver> =>
    (
      await showRecord(store, html`<kith-contact-card .contact=${LEA} layout="full"></kith-contact-card>`, options)
    ).shows('Léa Fontanel');
  const lea = async (): Promise<NonNullable<Awaited<ReturnType<typeof read>>>> => {
    const row = await read();
    if (!row) throw new Error('Léa is gone.');
    return row;
  };
  const read = () => ask(store, contacts.byId(LEA));
  const isOpen = (card: RecordDriver, name: string): Promise<void> =>
    card.until(() => card.focused?.getAttribute('aria-label') === name, `the focus is in ${name}`);
  /** Goes on to a control by Tab, as somebody does who has no pointer. */
  const tabTo = async (card: RecordDriver, is: (focused: HTMLElement) => boolean): Promise<void> => {
    for (let tabs = 0; tabs < 12; tabs++) {
      if (card.focused && is(card.focused)) return;
      await sendKeys({ press: 'Tab' });
    }
    throw new Error(`Tab does not come to it; it ends at ${card.focused?.outerHTML}`);
  };
  const choosePurpose = async (card: RecordDriver, value: string): Promise<void> => {
    await tabTo(card, ({ id }) => id === 'purpose');
    const select = card.focused as HTMLSelectElement;
    select.value = value;
    select.dispatchEvent(new Event('change', { bubbles: true }));
  };

  beforeEach(async () => {
    await setViewport({ width: 1200, height: 900 });
    store = await openBreventBook();
  });

  it('CD69 adds an e-mail address by key, with what it is for, and undo takes it away', async () => {
    const card = await showContact();
    await card.press('Edit email');
    await isOpen(card, 'Email');
    await tabTo(card, ({ dataset }) => dataset['several'] === 'add');
    await sendKeys({ press: 'Enter' });
    await card.until(
      () => card.all('.editing input').length === 1 && card.all('[data-several]').length === 0,
      'it is a new row',
    );
    await isOpen(card, 'Email');
    await sendKeys({ type: 'lea@home.example' });
    await choosePurpose(card, 'home');
    await sendKeys({ press: 'Enter' });
    await card.until(() => card.fact('Private email') === 'lea@home.example', 'it stands there');
    expect(card.focused?.getAttribute('aria-label')).to.equal('Edit private email');
    expect((await lea()).emails).to.deep.equal([
      { value: 'lea.fontanel@brevent.example', primary: true },
      { value: 'lea@home.example', label: 'home' },
    ]);
    await store.undo();
    await card.until(() => card.fact('Private email') === '', 'it is gone');
    expect((await lea()).emails).to.have.length(1);
  });

  it('CD69 shows every number, and removes one by key; undo brings it back', async () => {
    const card = await showContact();
    await card.until(() => card.fact('Mobile phone') === '+33 6 18 40 22 71', 'the second number is there');
    await card.press('Edit mobile phone');
    await isOpen(card, 'Mobile phone');
    await expectNothingFromAxe(card.element);
    await tabTo(card, ({ dataset }) => dataset['several'] === 'remove');
    expect(card.focused?.getAttribute('aria-label')).to.equal('Remove mobile phone');
    await sendKeys({ press: 'Enter' });
    await card.until(() => !card.has('Edit mobile phone') && card.fact('Mobile phone') === '', 'it is gone');
    await card.until(() => card.focused?.getAttribute('aria-label') === 'Edit phone', 'the focus is on the other');
    expect((await lea()).phones).to.deep.equal([{ value: '+33 4 55 01 27 90', primary: true }]);
    await store.undo();
    await card.until(() => card.fact('Mobile phone') === '+33 6 18 40 22 71', 'it is back');
  });

  it('CD69 changes what an address is for, and nothing else of it', async () => {
    const before = (await lea()).addresses?.[0];
    const card = await showContact();
    await card.press('Edit address');
    await card.until(() => card.focused?.closest('.form'), 'the form has the focus');
    await choosePurpose(card, 'billing');
    await sendKeys({ press: 'Enter' });
    await card.until(() => card.fact('Billing address').includes('Annecy'), 'it is called so');
    expect(card.focused?.getAttribute('aria-label')).to.equal('Edit billing address');
    expect((await lea()).addresses).to.deep.equal([{ ...before, label: 'billing' }]);
  });

  it('CD69 adds an address by pointer, and Escape leaves everything as it was', async () => {
    await store.run(companies.edit({ id: BREVENT, changes: { addresses: [{ city: 'Annecy', country: 'FR' }] } }));
    const card = await showRecord(
      store,
      html`<kith-company-card .company=${BREVENT} layout="full"></kith-company-card>`,
    );
    await card.shows('Address');
    const add = async (): Promise<void> => {
      await card.press('Edit address');
      await card.until(() => card.all('[data-several=add]').length === 1, 'another can be added');
      card.all('[data-several=add]')[0]?.click();
      await card.until(
        () => card.all('.editing').length === 1 && card.all('[data-several]').length === 0,
        'it is a new row',
      );
      await card.until(() => card.focused?.closest('.form'), 'its form has the focus');
    };
    await add();
    await sendKeys({ press: 'Escape' });
    await card.until(() => card.all('.editing').length === 0, 'the row is gone');
    expect(card.focused?.getAttribute('aria-label')).to.equal('Edit address');
    await add();
    const city = card.all<HTMLInputElement>('.form input#city')[0];
    city?.focus();
    await sendKeys({ type: 'Cluses' });
    await choosePurpose(card, 'shipping');
    await sendKeys({ press: 'Enter' });
    await card.until(() => card.fact('Shipping address').includes('Cluses'), 'it stands there');
    expect((await ask(store, companies.byId(BREVENT)))?.addresses).to.deep.equal([
      { city: 'Annecy', country: 'FR' },
      { label: 'shipping', city: 'Cluses', country: 'FR' },
    ]);
  });

  it('CD69 saves what was typed before another is added, and removes nothing that somebody else has changed', async () => {
    const card = await showContact();
    await card.open('Email');
    await sendKeys({ type: 'lea@new.example' });
    await tabTo(card, ({ dataset }) => dataset['several'] === 'add');
    await sendKeys({ press: 'Enter' });
    await card.until(() => card.fact('Email') === 'lea@new.example', 'the first is saved');
    await card.until(() => card.all('.editing').length === 1, 'the second is open');
    await sendKeys({ press: 'Escape' });
    await card.open('Email');
    await store.run(contacts.edit({ id: LEA, changes: { emails: [{ value: 'theirs@brevent.example' }] } }));
    await card.until(() => card.control('Email') !== undefined, 'it is still open');
    card.all('[data-several=remove]')[0]?.click();
    await card.shows('Changed meanwhile to', 'theirs@');
    expect((await lea()).emails).to.deep.equal([{ value: 'theirs@brevent.example' }]);
  });

  it('CD70 keeps the extension of a number, shows it, and dials it apart', async () => {
    const card = await showContact();
    await card.edit('Phone', '+43 1 5550101 x123');
    await card.until(() => card.fact('Phone') === '+43 1 5550101 ext. 123', 'it is shown with its number');
    expect((await lea()).phones?.[0]).to.deep.equal({ value: '+4315550101;ext=123', primary: true });
    expect(card.all('a.point').map((link) => link.getAttribute('href'))).to.include('tel:+4315550101;ext=123');
    const field = await card.open('Phone');
    await card.until(() => field.value === '+43 1 5550101 ext. 123', 'it is edited as it is shown');
    await sendKeys({ press: 'End' });
    await sendKeys({ type: '4' });
    await sendKeys({ press: 'Enter' });
    await card.until(() => card.fact('Phone') === '+43 1 5550101 ext. 1234', 'it is changed');
    expect((await lea()).phones?.[0]?.value).to.equal('+4315550101;ext=1234');
  });

  it('CD69 runs in the language and the direction of the page', async () => {
    for (const [lang, word] of [
      ['ar', 'إزالة'],
      ['zh-Hans', '移除'],
      ['zh-Hant', '移除'],
      ['de', 'Entfernen'],
      ['es', 'Quitar'],
    ] as const) {
      const card = await showContact({ lang, dir: lang === 'ar' ? 'rtl' : 'ltr' });
      await card.until(() => card.all('[data-edit=emails]').length > 0, 'it can be edited');
      card.all('[data-edit=emails]')[0]?.click();
      await card.shows(word);
      await expectNothingFromAxe(card.element);
    }
  });
});
