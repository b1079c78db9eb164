import '@kith/elements/define';
import type { Id } from '@kith/core';
import type { KithContactCard } from '@kith/elements';
import { contacts, deals, erase, type Store } from '@kith/store';
import { expect } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import { html, LitElement, type TemplateResult } from 'lit';
import { HOUSE_NAMES, HOUSE_PLAN, type House, openHouse } from '../../../stories/books/brevent-house.js';
import { expectNothingFromAxe } from '../../support/axe.js';
import { ask } from '../../support/book.js';
import { type PageOptions, type RecordDriver, showRecord } from '../../support/record-driver.js';

const LEA = 'contact_lea' as Id<'contact'>;

describe('the contact card in a house', () => {
  let house: House;
  let store: Store;

  const show = (
    layout: KithContactCard['layout'] = 'full',
    options: PageOptions = {},
    inside: TemplateResult = html``,
  ): Promise<RecordDriver> =>
    showRecord(
      store,
      html`<kith-contact-card .contact=${LEA} .layout=${layout} .scoring=${[HOUSE_PLAN]} .scoringNames=${HOUSE_NAMES} .segments=${house.segments}>${inside}</kith-contact-card>`,
      options,
    );
  const open = async (seenBy: 'office' | 'clerk' = 'office'): Promise<void> => {
    house = await openHouse(seenBy);
    store = house.store;
  };
  const custom = async (name: string): Promise<unknown> => (await ask(store, contacts.byId(LEA)))?.customFields?.[name];

  beforeEach(async () => {
    await setViewport({ width: 1280, height: 900 });
    await open();
  });
  afterEach(() => house.segments.close());

  it('CD47 shows what was typed at once, and opens the row again with the reason when it is refused', async () => {
    const card = await (await show()).shows('Head of Operations');
    const held: (() => void)[] = [];
    card.app.parentElement?.addEventListener(
      'kith-command',
      (event) => {
        event.respondWith(
          new Promise((resolve) => {
            held.push(() => resolve({ ok: false, problem: { code: 'house/no', message: 'Not on a Friday.' } }));
          }),
        );
      },
      { once: true, capture: true },
    );
    await card.edit('Job title', 'Director');
    await card.until(() => card.all('.saving .detail-value')[0]?.textContent?.includes('Director'), 'it stands there');
    held[0]?.();
    await card.shows('Not on a Friday.');
    expect((card.focused as HTMLInputElement).value).to.equal('Director');
    expect((await ask(store, contacts.byId(LEA)))?.jobTitle).to.equal('Head of Operations');
  });

  it('CD48 lets a person decide when somebody else has changed the value meanwhile', async () => {
    const card = await (await show()).shows('Head of Operations');
    const change = (jobTitle: string) => store.run(contacts.edit({ id: LEA, changes: { jobTitle } }));
    await card.open('Job title');
    await sendKeys({ type: 'Mine' });
    await change('Theirs');
    await card.shows('Changed meanwhile to', 'Theirs');
    await sendKeys({ press: 'Enter' });
    expect((await ask(store, contacts.byId(LEA)))?.jobTitle).to.equal('Theirs');
    await card.press('Keep mine');
    await card.until(() => card.fact('Job title') === 'Mine', 'mine is saved');

    await card.open('Job title');
    await sendKeys({ type: 'Mine again' });
    await change('Theirs again');
    await card.press('Take theirs');
    await card.until(() => card.fact('Job title') === 'Theirs again', 'theirs stands there');
    expect((await ask(store, contacts.byId(LEA)))?.jobTitle).to.equal('Theirs again');
  });

  it('CD49 types a birthday in words, a telephone number with its country, and a company by its name', async () => {
    const card = await (await show()).shows('Jun 14, 1984', 'Credit limit');
    await card.edit('Birthday', '15 June 1984');
    await card.until(() => card.fact('Birthday') === 'Jun 15, 1984', 'the day is saved');
    await card.edit('Phone', '12');
    await card.until(() => card.all('[role=alert]').length > 0, 'it is no number');
    await sendKeys({ press: 'Escape' });
    await card.edit('Phone', '+33 4 55 01 27 91');
    await card.until(() => card.fact('Phone') === '+33 4 55 01 27 91', 'the number is saved');
    await card.open('Company');
    await sendKeys({ type: 'Ylitalo' });
    await card.until(() => card.all('[role=option]').length === 1, 'it is found');
    await sendKeys({ press: 'ArrowDown' });
    await sendKeys({ press: 'Enter' });
    await card.until(() => card.fact('Company') === 'Ylitalo Metsäkoneet Oy', 'the company is saved');
  });

  it('CD50 shows and edits the fields of the house by their types', async () => {
    const card = await (await show()).shows('More fields', 'B-1187', 'Workwear', 'Repairs', 'Jeanne Thollon');
    expect(card.fact('Credit limit')).to.equal('€25,000');
    await card.edit('Credit limit', '30,000');
    await card.until(() => card.fact('Credit limit') === '€30,000', 'the amount is saved');
    expect(await custom('creditLimit')).to.deep.equal({ minor: 3_000_000, currency: 'EUR' });
    await card.shows('€15,000');
    await card.edit('Credit limit', '200,000');
    await card.shows('This is more or less than the field takes.');
    await card.until(
      () => (card.focused as HTMLInputElement)?.value === '200,000.00',
      'what was refused can be mended',
    );
    await sendKeys({ press: 'Escape' });
    await card.edit('Customer number', '');
    await card.shows('This cannot be empty.');
    await sendKeys({ press: 'Escape' });
    const newsletter = card.control<HTMLInputElement>('Reads the newsletter');
    newsletter.focus();
    await sendKeys({ press: 'Space' });
    await card.until(() => !newsletter.checked, 'it is off');
    await card.until(() => card.toast.includes('Reads the newsletter saved'), 'it is said');
    expect(await custom('newsletter')).to.equal(false);
    expect((await ask(store, contacts.byId(LEA)))?.customFields).to.include({ customerNumber: 'B-1187' });
  });

  it('CD50 keeps what is being typed when the card is drawn anew', async () => {
    const card = await (await show()).shows('More fields', 'B-1187');
    const drawnAnew = async (): Promise<void> => {
      for (const each of [card.element, ...card.all()]) if (each instanceof LitElement) each.requestUpdate();
      await card.element.updateComplete;
    };
    await card.open('Credit limit');
    await sendKeys({ type: '40' });
    await drawnAnew();
    await sendKeys({ type: ',000' });
    await drawnAnew();
    await sendKeys({ press: 'Enter' });
    await card.until(() => card.fact('Credit limit') === '€40,000', 'the amount is saved');
  });

  it('CD50 marks what is required, as long as its condition holds', async () => {
    const card = await (await show()).shows('Customer number');
    const marked = (): readonly (string | undefined)[] =>
      card
        .all('dt:has(.required)')
        .map((term) => term.firstChild?.nextSibling?.textContent?.trim() ?? term.textContent?.trim());
    expect(marked().join()).to.include('Customer number');
    await card.edit('Source', '');
    await card.until(() => !marked().join().includes('Customer number'), 'it need not be there any more');
  });

  it('CD51 opens nothing that is computed', async () => {
    const card = await (await show()).shows('Calculated', 'Half of the limit');
    expect(card.has('Edit half of the limit')).to.equal(false);
  });

  it('CD52 masks health data until somebody asks for it', async () => {
    const card = await (await show()).shows('Allergies');
    expect(card.text).not.to.include('Nuts');
    await card.press('Show allergies');
    await card.shows('Nuts');
    expect(card.focused?.getAttribute('aria-label')).to.equal('Edit allergies');
  });

  it('CD53 leaves no trace of what a policy hides, and opens nothing that may not be changed', async () => {
    house.segments.close();
    await open('clerk');
    const card = await (await show()).shows('Léa Fontanel', 'Operations', 'Timeline');
    for (const hidden of [
      'Owner',
      'Rafael Ortuño',
      'Phone',
      '+33',
      'Allergies',
      'Open deals',
      'Value',
      'Segments',
      'Score',
    ])
      expect(
        card
          .all('.facts, .aside, header')
          .map(({ innerText }) => innerText)
          .join(' '),
        hidden,
      ).not.to.include(hidden);
    expect(card.has('Edit department')).to.equal(false);
    expect(card.has('Edit job title')).to.equal(true);
    const compact = await (await show('compact')).shows('Léa Fontanel');
    expect(compact.all('.figures')).to.have.length(0);
  });

  it('CD54 shows what somebody agreed to, and a wish above it', async () => {
    const card = await (await show()).shows(
      'Product news',
      'Given',
      'Refused',
      'To be confirmed',
      '/newsletter',
      'Feb 3, 2025',
    );
    card.all('.wishes input')[0]?.focus();
    await sendKeys({ press: 'Space' });
    await card.shows('Given, but unwanted now', 'Does not want emails');
    await store.undo();
    await card.hides('Given, but unwanted now');
  });

  it('CD55 follows score and segments', async () => {
    const card = await (await show()).shows('Leads a department', 'Repeat buyers', 'In France');
    await store.run(contacts.edit({ id: LEA, changes: { lifecycleStage: 'former', jobTitle: 'Adviser' } }));
    await card.hides('Repeat buyers');
    await card.hides('Leads a department');
  });

  it('CD56 tells what was won, what is expected, and what was won last', async () => {
    const card = await (await show()).shows('€21,460', 'Last won', 'Repair service');
    await store.run(deals.win({ id: 'deal_spring' as Id<'deal'> }));
    await card.shows('€29,860', 'Spring order, Chamonix');
  });

  it('CD57 turns the areas into tabs where it is narrow, and keeps what was typed', async () => {
    await setViewport({ width: 400, height: 800 });
    const card = await (await show()).shows('Léa Fontanel', 'Timeline');
    const seen = (area: string): boolean => (card.all(`.area.${area}`)[0]?.offsetHeight ?? 0) > 0;
    expect([seen('facts'), seen('timeline'), seen('aside')]).to.deep.equal([true, false, false]);
    await card.open('Job title');
    await sendKeys({ type: 'Half a wor' });
    const control = card.focused as HTMLInputElement;
    card.all('#tab-facts')[0]?.focus();
    await card.until(() => card.fact('Job title') === 'Half a wor', 'leaving it saves');
    expect(control.isConnected).to.equal(false);
    await sendKeys({ press: 'ArrowRight' });
    await card.until(() => seen('timeline'), 'the next tab is on show');
    expect(card.focused?.id).to.equal('tab-timeline');
    await sendKeys({ press: 'End' });
    await card.until(() => seen('aside') && !seen('timeline'), 'the last one is');
    await expectNothingFromAxe(card.element);
  });

  it('CD58 gives panels and buttons of the page their place', async () => {
    const card = await show(
      'full',
      {},
      html`<section slot="facts" id="own">Contracts</section><button slot="actions" id="act">Invite</button><div slot="aside">Orders</div>`,
    );
    await card.shows('Details', 'Open deals');
    for (const [slot, text] of [
      ['facts', 'Contracts'],
      ['actions', 'Invite'],
      ['aside', 'Orders'],
    ] as const) {
      const found = card.all<HTMLSlotElement>(`slot[name=${slot}]`)[0];
      expect(found?.assignedElements()[0]?.textContent, slot).to.equal(text);
    }
  });

  it('CD59 says that the record is gone when it is erased while it stands there', async () => {
    const card = await (await show()).shows('Léa Fontanel', 'Leads a department');
    const erased = await store.run(erase(contacts.collection, LEA));
    expect(erased.ok).to.equal(true);
    await card.shows('This record is gone');
    expect(card.text).not.to.include('Fontanel');
  });

  it('CD60 says that there is no connection', async () => {
    const card = await (await show()).shows('Léa Fontanel');
    const before = Object.getOwnPropertyDescriptor(navigator, 'onLine');
    Object.defineProperty(navigator, 'onLine', { configurable: true, value: false });
    try {
      dispatchEvent(new Event('offline'));
      await card.shows('Offline.');
      await card.edit('Job title', 'Director');
      await card.until(() => card.fact('Job title') === 'Director', 'it is saved all the same');
    } finally {
      if (before) Object.defineProperty(navigator, 'onLine', before);
      else Reflect.deleteProperty(navigator, 'onLine');
    }
    dispatchEvent(new Event('online'));
    await card.hides('Offline.');
  });

  it('CD41 has nothing that axe finds with everything a house adds, in light, dark, from right to left and in Chinese', async () => {
    for (const options of [{}, { theme: 'dark' }, { dir: 'rtl', lang: 'ar' }, { lang: 'zh-Hans' }] as const) {
      const card = await (await show('full', options)).shows('Léa Fontanel', 'B-1187', '74');
      await expectNothingFromAxe(card.element);
    }
  });
});
