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

describe('an address that is edited in its place', () => {
  let store: Store;

  const showContact = (contact: string = LEA, options: PageOptions = {}): Promise<RecordDriver> =>
    showRecord(store, html`<kith-contact-card .contact=${contact} layout="full"></kith-contact-card>`, options);

  /** Opens the row by key, and waits until its form has the focus. */
  const open = async (card: RecordDriver, button = 'Edit address'): Promise<void> => {
    await card.press(button);
    await card.until(() => card.all('kith-address-input').length > 0, 'the form is there');
    await card.until(() => card.focused?.closest('.form'), 'it has the focus');
  };
  const part = (card: RecordDriver, label: string): HTMLInputElement => {
    const found = card
      .all<HTMLLabelElement>('.form label')
      .find((each) => each.textContent?.trim() === label && each.control);
    if (!found) throw new Error(`There is no "${label}". There are: ${labels(card).join(', ')}`);
    return found.control as HTMLInputElement;
  };
  const labels = (card: RecordDriver): readonly (string | undefined)[] =>
    card.all('.form label').map((label) => label.textContent?.trim());
  const type = async (card: RecordDriver, label: string, text: string): Promise<void> => {
    const control = part(card, label);
    control.focus();
    control.select();
    await sendKeys({ type: text });
  };
  const chooseCountry = async (card: RecordDriver, text: string): Promise<void> => {
    const combobox = card.all('kith-combobox')[0];
    combobox?.focus();
    const field = combobox?.shadowRoot?.querySelector('input');
    field?.select();
    await sendKeys({ type: text });
    await card.until(() => combobox?.shadowRoot?.querySelectorAll('.choice').length === 1, 'one country is left');
    await sendKeys({ press: 'ArrowDown' });
    await sendKeys({ press: 'Enter' });
  };

  beforeEach(async () => {
    await setViewport({ width: 1200, height: 900 });
    store = await openBreventBook();
  });

  it('CD67 goes to the first part, saves by Enter, gives the focus back and is taken back by undo', async () => {
    const before = (await ask(store, contacts.byId(LEA)))?.addresses?.[0];
    const card = await (await showContact()).shows('Léa Fontanel');
    await open(card);
    expect(labels(card)).to.deep.equal(['Country', 'Street', 'Postal code', 'City']);
    expect(card.focused).to.equal(part(card, 'Street'));
    await type(card, 'Street', '12 rue du Lac');
    await sendKeys({ press: 'Enter' });
    await sendKeys({ type: 'Bâtiment B' });
    await type(card, 'Postal code', '74000');
    await type(card, 'City', 'Annecy-le-Vieux');
    await sendKeys({ press: 'Enter' });
    await card.until(() => card.fact('Address').includes('74000 Annecy-le-Vieux'), 'the new address is there');
    expect(card.fact('Address')).to.equal('12 rue du Lac Bâtiment B 74000 Annecy-le-Vieux France');
    expect(card.focused?.getAttribute('aria-label')).to.equal('Edit address');
    expect((await ask(store, contacts.byId(LEA)))?.addresses?.[0]).to.include({
      street: '12 rue du Lac\nBâtiment B',
      postalCode: '74000',
      city: 'Annecy-le-Vieux',
      country: 'FR',
    });
    await store.undo();
    await card.until(() => !card.fact('Address').includes('Vieux'), 'the old address is back');
    expect((await ask(store, contacts.byId(LEA)))?.addresses?.[0]).to.deep.equal(before);
  });

  it('CD67 has the parts of another country once it is chosen, and keeps what was typed', async () => {
    const card = await (await showContact()).shows('Léa Fontanel');
    await open(card);
    await type(card, 'City', 'San Francisco');
    await chooseCountry(card, 'united states');
    await card.until(() => labels(card).includes('ZIP code'), 'it is the form of the United States');
    expect(labels(card)).to.deep.equal(['Country', 'Street', 'City', 'State', 'ZIP code']);
    expect(part(card, 'City').value).to.equal('San Francisco');
    await type(card, 'State', 'CA');
    await type(card, 'ZIP code', '94103');
    await expectNothingFromAxe(card.element);
    await sendKeys({ press: 'Enter' });
    await card.until(
      () => card.fact('Address').includes('San Francisco, CA 94103'),
      'it stands as it is written there',
    );
  });

  it('CD67 begins with the country of the company, and Escape takes everything back', async () => {
    await store.run(contacts.edit({ id: LEA, changes: { addresses: undefined } }));
    const card = await (await showContact()).shows('Léa Fontanel');
    await card.until(() => card.all('.more').length > 0, 'empty fields can be shown');
    card
      .all('.more')
      .find((each) => each.textContent?.includes('empty'))
      ?.click();
    await open(card, 'Add address');
    expect(labels(card)).to.deep.equal(['Country', 'Street', 'Postal code', 'City']);
    await type(card, 'City', 'Nowhere');
    await sendKeys({ press: 'Escape' });
    await card.until(() => card.all('kith-address-input').length === 0, 'the form is gone');
    expect(card.focused?.getAttribute('aria-label')).to.equal('Add address');
    expect((await ask(store, contacts.byId(LEA)))?.addresses).to.equal(undefined);
  });

  it('CD68 names the part that is wrong, goes to it, and saves nothing before it is right', async () => {
    const card = await (await showContact()).shows('Léa Fontanel');
    await open(card);
    await type(card, 'Postal code', '74');
    await sendKeys({ press: 'Enter' });
    await card.shows('Postal code: write it like 75001 (France).');
    await card.until(() => card.focused === part(card, 'Postal code'), 'the postal code has the focus');
    expect(part(card, 'Postal code').getAttribute('aria-invalid')).to.equal('true');
    await expectNothingFromAxe(card.element);
    await type(card, 'Postal code', '74940');
    await sendKeys({ press: 'Enter' });
    await card.until(() => card.fact('Address').includes('74940'), 'it is saved');
  });

  it('CD48 shows what somebody else has written meanwhile, and lets a person decide', async () => {
    const card = await (await showContact()).shows('Léa Fontanel');
    await open(card);
    await type(card, 'City', 'Mine');
    await store.run(contacts.edit({ id: LEA, changes: { addresses: [{ city: 'Theirs', country: 'FR' }] } }));
    await card.shows('Changed meanwhile to', 'Theirs');
    await sendKeys({ press: 'Enter' });
    expect((await ask(store, contacts.byId(LEA)))?.addresses?.[0]?.city).to.equal('Theirs');
    await card.press('Keep mine');
    await card.until(() => card.fact('Address').includes('Mine'), 'mine is kept');
  });

  it('CD67 changes one address of several, and what it is for stays', async () => {
    const addresses = [
      { label: 'billing', city: 'Lyon', country: 'FR' },
      { label: 'shipping', city: 'Annecy', country: 'FR' },
    ] as const;
    await store.run(companies.edit({ id: BREVENT, changes: { addresses } }));
    const card = await showRecord(
      store,
      html`<kith-company-card .company=${BREVENT} layout="full"></kith-company-card>`,
    );
    await card.shows('Billing address', 'Shipping address');
    await open(card, 'Edit shipping address');
    await type(card, 'City', 'Cluses');
    await sendKeys({ press: 'Enter' });
    await card.until(() => card.fact('Shipping address').includes('Cluses'), 'the new place is there');
    expect((await ask(store, companies.byId(BREVENT)))?.addresses).to.deep.equal([
      addresses[0],
      { label: 'shipping', city: 'Cluses', country: 'FR' },
    ]);
  });

  it('CD67 runs in the language and the direction of the page', async () => {
    for (const lang of ['ar', 'zh-Hans', 'de', 'es', 'zh-Hant']) {
      const card = await showContact(LEA, { lang, dir: lang === 'ar' ? 'rtl' : 'ltr' });
      await card.until(() => card.all('[data-edit=addresses]').length > 0, 'it can be edited');
      card.all('[data-edit=addresses]')[0]?.click();
      await card.until(() => card.all('kith-address-input').length > 0, 'the form is there');
      await card.until(() => card.all('.form .line').length > 1, 'it has its lines');
      await expectNothingFromAxe(card.element);
      expect(labels(card).some((label) => /[a-z]{4}/.test(label ?? '') && lang !== 'de' && lang !== 'es')).to.equal(
        false,
      );
    }
  });
});
