import '@kith/elements/define';
import type { Id } from '@kith/core';
import type { KithCompanyCard, NavigateEvent } from '@kith/elements';
import { companies, deals, type Store } from '@kith/store';
import { expect, oneEvent } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import { html } from 'lit';
import { openBreventBook } from '../../../stories/books/brevent.js';
import { withOutage } from '../../../stories/books/outage.js';
import { expectNothingFromAxe } from '../../support/axe.js';
import { ask } from '../../support/book.js';
import { type PageOptions, type RecordDriver, showRecord } from '../../support/record-driver.js';
import { withWatchers } from '../../support/watched-store.js';

const BREVENT = 'company_brevent' as Id<'company'>;

describe('the company card', () => {
  let store: Store;

  const show = (
    company: string = BREVENT,
    options: PageOptions = {},
    layout: KithCompanyCard['layout'] = 'full',
  ): Promise<RecordDriver> =>
    showRecord(store, html`<kith-company-card .company=${company} .layout=${layout}></kith-company-card>`, options);
  const figure = (card: RecordDriver, label: string): string =>
    card
      .all('.strip .figures > div')
      .find((each) => each.querySelector('dt')?.textContent === label)
      ?.querySelector('dd')
      // WebKit ends the last line, too.
      ?.innerText.trimEnd() ?? '';

  beforeEach(async () => {
    await setViewport({ width: 1200, height: 900 });
    store = await openBreventBook();
  });

  it('CD12 shows what is known, and leads to its parent and subsidiaries', async () => {
    const card = await (await show()).shows(
      'Maison Brévent',
      'Customer · Workwear and outdoor clothing',
      'Groupe Aravis',
      'Brévent Megève',
      'Annual revenue',
    );
    expect(card.fact('Employees')).to.equal('340');
    expect(card.fact('Annual revenue')).to.equal('€48,600,000');
    expect(card.fact('Founded')).to.equal('1987');
    expect(card.fact('Address')).to.include('France');
    const asked = oneEvent(card.app, 'kith-navigate') as unknown as Promise<NavigateEvent>;
    await card.press('Groupe Aravis');
    expect(await asked).to.include({ kind: 'company', id: 'company_aravis' });
  });

  it('CD13 states its figures for each currency by itself', async () => {
    const card = await (await show()).shows('Win rate', '66.7%');
    expect(figure(card, 'In open deals').split('\n')).to.deep.equal(['€44,400', '$21,500']);
    expect(figure(card, 'Won value')).to.equal('€21,460');
    expect(figure(card, 'Win rate')).to.include('2 of 3 closed');
    await store.run(deals.win({ id: 'deal_clienteling' as Id<'deal'> }));
    await card.shows('75%', '€57,460');
  });

  it('CD13 has no figures to boast of before there are deals', async () => {
    const card = await (await show('company_new')).shows('No deals yet.', 'Nobody is known here yet.');
    expect(figure(card, 'Win rate')).to.equal('–');
  });

  it('CD14 lists 200 deals under open, won and lost, piece by piece', async () => {
    store = await openBreventBook({ closedDeals: 200 });
    const card = await (await show()).shows('Open 3', 'Won 135', 'Lost 68');
    expect(card.all('[part=deals] li')).to.have.length(13);
    await card.press('Show 25 of 130 more');
    await card.until(() => card.all('[part=deals] li').length === 38, 'more are drawn');
  });

  it('CD15 reads numbers as people type them, and says what it wants', async () => {
    const card = await (await show()).shows('Employees');
    await card.edit('Employees', '1,240');
    await card.until(() => card.fact('Employees') === '1,240', 'it is saved');
    expect((await ask(store, companies.byId(BREVENT)))?.employees).to.equal(1240);
    await card.edit('Employees', '12.5');
    await card.shows('Write a whole number, 0 or more.');
  });

  it('CD15 writes revenue in whole cents of its own currency', async () => {
    const card = await (await show()).shows('Annual revenue');
    await card.edit('Annual revenue', '50,000,000.10');
    await card.until(() => card.fact('Annual revenue') === '€50,000,000.10', 'it is saved');
    expect((await ask(store, companies.byId(BREVENT)))?.annualRevenue).to.deep.equal({
      minor: 5_000_000_010,
      currency: 'EUR',
    });
    await card.edit('Annual revenue', 'a lot');
    await card.shows('Write an amount, such as 1,250.');
  });

  it('CD16 makes no link of a website that is none', async () => {
    const card = await (await show()).shows('brevent.example');
    expect(card.control<HTMLAnchorElement>('brevent.example').href).to.equal('https://brevent.example/');
    await store.run(companies.edit({ id: BREVENT, changes: { website: 'javascript:alert(1)' } }));
    await card.until(() => card.fact('Website') === 'javascript:alert(1)', 'it is there as text');
    expect(card.all('a[href^=javascript]')).to.have.length(0);
    expect(card.has('javascript:alert(1)')).to.equal(false);
  });

  it('CD40 says that there is no such company, and that it cannot be read', async () => {
    await (await show('company_none')).shows('There is no such company');
    const broken = withOutage(store);
    const card = await showRecord(
      broken,
      html`<kith-company-card layout="full" company=${BREVENT}></kith-company-card>`,
    );
    await card.shows('The company could not be read');
    broken.repair();
    await card.press('Try again');
    await card.shows('Win rate');
  });

  for (const [name, options] of Object.entries({
    'in light': {},
    'in dark': { theme: 'dark' },
    'from right to left': { dir: 'rtl' },
    'in Chinese': { lang: 'zh-Hans' },
  } satisfies Record<string, PageOptions>)) {
    it(`CD41 has nothing that axe finds ${name}`, async () => {
      const card = await (await show(BREVENT, options)).shows('Atelier clienteling', 'Jeanne Thollon');
      await expectNothingFromAxe(card.element);
    });
  }

  it('CD41 fits into 280 pixels', async () => {
    await setViewport({ width: 280, height: 800 });
    const card = await (await show()).shows('Jeanne Thollon');
    expect(card.element.scrollWidth).to.be.at.most(280);
  });

  it('CD61 shows the group as a tree with figures rolled up, and follows it', async () => {
    const card = await (await show()).shows('Group', 'Groupe Aravis', 'Brévent Megève', '3 open deals');
    const rows = (): readonly string[] => card.all('.group-row').map(({ innerText }) => innerText.replace(/\s+/g, ' '));
    expect(rows()[0]).to.include('Groupe Aravis 3 open deals €44,400');
    await store.run(companies.edit({ id: 'company_geneva' as Id<'company'>, changes: { parentId: undefined } }));
    await card.until(() => rows().length === 3, 'it has left the group');
    await store.run(deals.win({ id: 'deal_spring' as Id<'deal'> }));
    await card.until(() => rows()[0]?.includes('2 open deals €36,000'), 'the figures are new');
    const asked = oneEvent(card.app, 'kith-navigate') as unknown as Promise<NavigateEvent>;
    await card.press('Brévent Megève');
    expect(await asked).to.include({ kind: 'company', id: 'company_megeve' });
  });

  it('CD62 puts no company below one of its subsidiaries', async () => {
    const card = await (await show()).shows('Group');
    await card.open('Parent');
    await sendKeys({ type: 'Megève' });
    await card.until(() => card.all('[role=option]').length === 1, 'it is found');
    await sendKeys({ press: 'ArrowDown' });
    await sendKeys({ press: 'Enter' });
    await card.shows('A company cannot belong to itself or to one of its own subsidiaries.');
    expect((await ask(store, companies.byId(BREVENT)))?.parentId).to.equal('company_aravis');
  });

  it('CD64 is compact in the width of a sidebar', async () => {
    await setViewport({ width: 320, height: 800 });
    const card = await (await show(BREVENT, {}, 'auto')).shows('Maison Brévent', '€21,460', 'brevent.example');
    expect(card.all('kith-timeline')).to.have.length(0);
    await expectNothingFromAxe(card.element);
  });

  it('CD43 shows what others change, and watches nothing once it is gone', async () => {
    const counted = withWatchers(store);
    const card = await showRecord(
      counted,
      html`<kith-company-card layout="full" company=${BREVENT}></kith-company-card>`,
    );
    await card.shows('Workwear');
    await store.run(companies.edit({ id: BREVENT, changes: { industry: 'Fashion' } }));
    await card.until(() => card.fact('Industry') === 'Fashion', 'the change is there');
    card.element.remove();
    await card.until(() => counted.watchers() === 0, 'nobody watches any more');
  });
});
