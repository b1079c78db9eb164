import '@kith/elements/define';
import type { Id } from '@kith/core';
import type { KithContactCard, NavigateEvent } from '@kith/elements';
import { contacts, type Store } from '@kith/store';
import { expect, oneEvent } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import { html } from 'lit';
import { openBreventBook } from '../../../stories/books/brevent.js';
import { withOutage } from '../../../stories/books/outage.js';
import { expectNothingFromAxe } from '../../support/axe.js';
import { ask, valueOf } from '../../support/book.js';
import { type PageOptions, RecordDriver, showRecord } from '../../support/record-driver.js';
import { withWatchers } from '../../support/watched-store.js';

const LEA = 'contact_lea' as Id<'contact'>;

describe('the contact card', () => {
  let store: Store;

  const show = (
    contact: string = LEA,
    options: PageOptions = {},
    layout: KithContactCard['layout'] = 'auto',
  ): Promise<RecordDriver> =>
    showRecord(store, html`<kith-contact-card .contact=${contact} .layout=${layout}></kith-contact-card>`, options);

  beforeEach(async () => {
    await setViewport({ width: 1200, height: 900 });
    store = await openBreventBook();
  });

  it('CD1 shows who it is, how to reach them, where they stand, what is known, what is open and what was', async () => {
    const card = await (await show()).shows('Léa Fontanel', 'Head of Operations', 'Maison Brévent', 'Customer');
    await card.shows(
      'lea.fontanel@',
      'brevent.example',
      '+33 4 55 01 27 90',
      '+33 6 18 40 22 71',
      'Atelier network',
      'Annecy, France',
    );
    await card.shows(
      'Atelier clienteling',
      '€36,000',
      'closes Fri, Dec 18',
      '19 days without progress',
      'Timeline',
      'This week',
      'Birthday',
    );
    expect(card.fact('Birthday')).to.equal('Jun 14, 1984');
    expect(card.fact('Owner')).to.equal('Rafael Ortuño');
    expect(card.all('[aria-current=step]').map((step) => step.textContent?.trim())).to.deep.equal(['Customer']);
  });

  it('CD2 is compact where it is narrow, whatever the page is, unless its layout says otherwise', async () => {
    await setViewport({ width: 400, height: 800 });
    const card = await (await show()).shows('Léa Fontanel', 'In deals');
    expect(card.all('kith-timeline')).to.have.length(0);
    const full = await (await show(LEA, {}, 'full')).shows('Details', 'Timeline');
    expect(full.all('.compact')).to.have.length(0);
    await setViewport({ width: 1200, height: 800 });
    await (await show(LEA, {}, 'compact')).shows('In deals');
  });

  it('CD2 turns into the other layout when its width changes', async () => {
    const card = await (await show()).shows('Details');
    card.element.style.inlineSize = '320px';
    await card.shows('In deals');
    expect(card.all('kith-timeline')).to.have.length(0);
    card.element.style.inlineSize = '';
    await card.shows('Details');
  });

  it('CD3 asks the page to go to the company', async () => {
    const card = await (await show()).shows('Maison Brévent');
    const asked = oneEvent(card.app, 'kith-navigate') as unknown as Promise<NavigateEvent>;
    await card.press('Maison Brévent');
    expect(await asked).to.include({ kind: 'company', id: 'company_brevent' });
  });

  it('CD5 copies an address and says so', async () => {
    const copied: string[] = [];
    const { clipboard } = navigator;
    Object.defineProperty(navigator, 'clipboard', {
      configurable: true,
      value: { writeText: async (text: string) => void copied.push(text) },
    });
    try {
      const card = await (await show()).shows('lea.fontanel@');
      await card.press('Copy lea.fontanel@brevent.example');
      await card.until(
        () => card.app.shadowRoot?.querySelector('[role=status]')?.textContent?.includes('Copied'),
        'it is said',
      );
      expect(copied).to.deep.equal(['lea.fontanel@brevent.example']);
    } finally {
      Object.defineProperty(navigator, 'clipboard', { configurable: true, value: clipboard });
    }
  });

  it('CD6 offers no e-mail to somebody who does not want one', async () => {
    const full = await (await show('contact_bastien')).shows('Does not want emails');
    expect(full.all('a[href^=mailto]')).to.have.length(0);
    const compact = await (await show('contact_bastien', {}, 'compact')).shows('Does not want emails');
    expect(compact.all('a[href^=mailto]')).to.have.length(0);
  });

  it('CD7 never adds up two currencies', async () => {
    const card = await (await show(LEA, {}, 'compact')).shows('€44,400', '$21,500');
    await card.shows('€21,460');
    expect(card.text).not.to.include('65,900');
  });

  it('CD8 saves by Enter and puts the focus back, and undo takes it back', async () => {
    const card = await (await show()).shows('Head of Operations');
    await card.edit('Job title', 'Head of Operations, Alps');
    await card.until(() => card.fact('Job title') === 'Head of Operations, Alps', 'the new title is there');
    expect(card.focused?.getAttribute('aria-label')).to.equal('Edit job title');
    expect(card.toast).to.include('Job title saved');
    expect((await ask(store, contacts.byId(LEA)))?.jobTitle).to.equal('Head of Operations, Alps');
    await store.undo();
    await card.until(() => card.fact('Job title') === 'Head of Operations', 'the old title is back');
  });

  it('CD8 takes it back by Escape, and closes nothing else', async () => {
    const card = await (await show()).shows('Head of Operations');
    let escapes = 0;
    card.app.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') escapes++;
    });
    await card.open('Job title');
    await sendKeys({ type: 'Nobody' });
    await sendKeys({ press: 'Escape' });
    await card.until(() => card.fact('Job title') === 'Head of Operations', 'it is as before');
    expect(escapes).to.equal(0);
    expect(card.focused?.getAttribute('aria-label')).to.equal('Edit job title');
  });

  it('CD8 saves what is left', async () => {
    const card = await (await show()).shows('Trade fair, Lyon');
    const control = await card.open('Source');
    await sendKeys({ type: 'A friend' });
    control.blur();
    await card.until(() => card.fact('Source') === 'A friend', 'it was saved');
    expect((await ask(store, contacts.byId(LEA)))?.source).to.equal('A friend');
  });

  it('CD71 saves what was typed into the person it was typed about when it goes on to another one', async () => {
    const bastien = 'contact_bastien' as Id<'contact'>;
    const nura = 'contact_nura' as Id<'contact'>;
    const titleOf = async (id: Id<'contact'>) => (await ask(store, contacts.byId(id)))?.jobTitle;
    const [before, same] = [await titleOf(nura), await titleOf(bastien)];
    if (!same || before === same) throw new Error('The two must begin with titles of their own.');
    // An open row of the same name and value: nothing but the record tells the two apart.
    valueOf(await store.run(contacts.edit({ id: nura, changes: { jobTitle: same } })));
    const { app } = await showRecord(
      store,
      html`<div><kith-contact-card contact="contact_bastien"></kith-contact-card><kith-contact-card contact="contact_nura"></kith-contact-card></div>`,
    );
    // The second card reads her already, so that the first one goes to her without a skeleton.
    const [first, second] = [...app.querySelectorAll('kith-contact-card')].map((each) => new RecordDriver(each, app));
    if (!first || !second) throw new Error('There are two cards.');
    await second.shows('Details', same);
    const control = await first.open('Job title');
    control.value = '';
    await sendKeys({ type: 'Buys for the atelier' });
    (first.element as KithContactCard).contact = nura;
    await first.until(() => first.toast.includes('saved'), 'it is saved');
    first.focused?.blur();
    expect(first.all('.editing')).to.have.length(0);
    expect(first.fact('Job title')).to.equal(same);
    expect(await titleOf(bastien)).to.equal('Buys for the atelier');
    expect(await titleOf(nura)).to.equal(same);
  });

  it('CD8 empties a field that may be empty, and an address goes with its value', async () => {
    const card = await (await show()).shows('Trade fair, Lyon');
    await card.edit('Email', '');
    await card.until(() => card.has('Add email'), 'the address is gone');
    expect((await ask(store, contacts.byId(LEA)))?.emails).to.equal(undefined);
    await card.edit('Email', 'lea@brevent.example');
    await card.until(() => card.fact('Email').includes('lea@'), 'the new one is there');
    expect((await ask(store, contacts.byId(LEA)))?.emails).to.deep.equal([
      { value: 'lea@brevent.example', primary: true },
    ]);
  });

  it('CD9 keeps a refused value in its field with the reason, and opens no other row before', async () => {
    const card = await (await show()).shows('Head of Operations');
    await card.edit('Name', '');
    await card.shows('Give the contact a name.');
    expect(card.focused?.getAttribute('aria-invalid')).to.equal('true');
    card.control('Edit job title').click();
    await card.until(() => card.focused?.getAttribute('aria-label') === 'Name', 'the focus is back in the name');
    await sendKeys({ type: 'Léa F.' });
    await sendKeys({ press: 'Enter' });
    await card.until(() => card.fact('Name') === 'Léa F.', 'the name is saved');
    await card.hides('Give the contact a name.');
  });

  it('CD10 passes over choices by arrow keys and saves the one on which Enter is pressed', async () => {
    const card = await (await show()).shows('Customer');
    const before = (await ask(store, contacts.byId(LEA)))?.ownerId;
    await card.open('Owner');
    await sendKeys({ press: 'ArrowDown' });
    await sendKeys({ press: 'ArrowDown' });
    expect((await ask(store, contacts.byId(LEA)))?.ownerId).to.equal(before);
    const chosen = (card.focused as HTMLSelectElement).value;
    await sendKeys({ press: 'Enter' });
    await card.until(() => card.has('Edit owner'), 'it is saved');
    expect((await ask(store, contacts.byId(LEA)))?.ownerId).to.equal(chosen);
    expect(chosen).not.to.equal(before);
  });

  it('CD11 shows the empty rows on request', async () => {
    const card = await (await show()).shows('Show 2 empty fields');
    expect(card.has('Add description')).to.equal(false);
    await card.press('Show 2 empty fields');
    await card.until(() => card.has('Add description'), 'they are there');
    await card.press('Hide empty fields');
    await card.until(() => !card.has('Add description'), 'they are gone');
  });

  it('CD21 shows a birthday as the same day in every zone', async () => {
    const card = await (await show(LEA, { timeZone: 'Pacific/Kiritimati' })).shows('Jun 14, 1984');
    expect(card.fact('Birthday')).to.equal('Jun 14, 1984');
    await (await show(LEA, { timeZone: 'Pacific/Pago_Pago' })).shows('Jun 14, 1984');
  });

  it('CD40 says that there is no such contact', async () => {
    await (await show('contact_nobody')).shows('There is no such contact');
  });

  it('CD40 says that it cannot be read, and tries again', async () => {
    const broken = withOutage(store);
    const card = await showRecord(broken, html`<kith-contact-card contact=${LEA}></kith-contact-card>`);
    await card.shows('The contact could not be read');
    broken.repair();
    await card.press('Try again');
    await card.shows('Head of Operations');
  });

  it('CD40 shows a skeleton only when it takes a while', async () => {
    const card = await showRecord(
      new Promise<Store>(() => {}),
      html`<kith-contact-card contact=${LEA}></kith-contact-card>`,
    );
    expect(card.all('.skeleton')).to.have.length(0);
    await card.until(() => card.all('.skeleton').length > 0, 'there is a skeleton');
    expect(card.all('[role=status]')[0]?.textContent).to.include('Reading the contact');
  });

  for (const [name, options] of Object.entries({
    'in light': {},
    'in dark': { theme: 'dark' },
    'from right to left': { dir: 'rtl' },
    'in Chinese': { lang: 'zh-Hans' },
    'when comfortable': { density: 'comfortable' },
  } satisfies Record<string, PageOptions>)) {
    it(`CD41 has nothing that axe finds ${name}, full and compact`, async () => {
      const full = await (await show(LEA, options)).shows('Atelier clienteling');
      await expectNothingFromAxe(full.element);
      const compact = await (await show(LEA, options, 'compact')).shows('$21,500');
      await expectNothingFromAxe(compact.element);
    });
  }

  it('CD41 fits into 280 pixels in both layouts', async () => {
    await setViewport({ width: 280, height: 800 });
    for (const layout of ['full', 'compact'] as const) {
      const card = await (await show(LEA, {}, layout)).shows('Léa Fontanel');
      expect(card.element.scrollWidth, layout).to.be.at.most(280);
    }
  });

  it('CD42 isolates names and runs addresses from left to right', async () => {
    const card = await (await show('contact_nura', { dir: 'rtl' })).shows('نورة الحارثي');
    expect(card.all('h2 bdi')[0]?.textContent).to.equal('نورة الحارثي');
    for (const point of card.all('.point')) expect(getComputedStyle(point).direction).to.equal('ltr');
  });

  it('CD44 logs an activity at once, with the focus in the note', async () => {
    const card = await (await show()).shows('Log activity');
    await card.press('Log activity');
    await card.until(() => card.focused?.getAttribute('aria-label') === 'Note', 'the note has the focus');
  });

  it('CD43 shows what others change, and watches nothing once it is gone', async () => {
    const counted = withWatchers(store);
    const card = await showRecord(counted, html`<kith-contact-card contact=${LEA}></kith-contact-card>`);
    await card.shows('Head of Operations');
    await store.run(contacts.edit({ id: LEA, changes: { jobTitle: 'Director' } }));
    await card.until(() => card.fact('Job title') === 'Director', 'the change is there');
    expect(counted.watchers()).to.be.greaterThan(0);
    card.element.remove();
    await card.until(() => counted.watchers() === 0, 'nobody watches any more');
  });
});
