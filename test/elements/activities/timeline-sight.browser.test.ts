import '@kith/elements/define';
import type { Id } from '@kith/core';
import { activities, type Store } from '@kith/store';
import { expect } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import { html, type TemplateResult } from 'lit';
import { openBreventBook } from '../../../stories/books/brevent.js';
import { showRecord } from '../../support/record-driver.js';
import { TimelineDriver } from '../../support/timeline-driver.js';

const ofLea: TemplateResult = html`<kith-timeline contact="contact_lea"></kith-timeline>`;
const ofBrevent: TemplateResult = html`<kith-timeline company="company_brevent"></kith-timeline>`;

const LEA = 'contact_lea' as Id<'contact'>;

describe('the timeline in windows', () => {
  let store: Store;

  const show = async (element: TemplateResult = ofLea): Promise<TimelineDriver> =>
    new TimelineDriver(await showRecord(store, element));

  beforeEach(async () => {
    await setViewport({ width: 800, height: 900 });
    store = await openBreventBook({ notes: 5_000 });
  });

  it('CD28 draws a few dozen of 5,000 entries, and none that is out of sight', async () => {
    const timeline = await show();
    await timeline.shows('This week');
    expect(timeline.entries.length).to.be.within(5, 40);
    expect(timeline.all('*').length).to.be.lessThan(1_000);
    expect(timeline.subjects).not.to.include('Season 900: what was agreed');
  });

  it('TL1 asks for no other drawing while it draws', async () => {
    const timeline = await show();
    await timeline.shows('This week');
    await timeline.scrollTo(0.5);
    // Lit keeps what it has warned of, once for each element and code.
    const { litIssuedWarnings } = globalThis as { readonly litIssuedWarnings?: ReadonlySet<string> };
    expect(litIssuedWarnings, 'Lit runs in its development mode').to.be.a('set');
    expect([...(litIssuedWarnings ?? [])].filter((warning) => warning.includes('kith-timeline'))).to.deep.equal([]);
  });

  it('CD45 draws a few dozen moves of hundreds of deals', async () => {
    store = await openBreventBook({ closedDeals: 400 });
    const timeline = await show(ofBrevent);
    await timeline.shows('Re: Proposal');
    await timeline.scrollTo(0.5);
    await timeline.shows('Deal lost');
    expect(timeline.entries.length).to.be.lessThan(60);
    expect(timeline.all('*').length).to.be.lessThan(1_500);
  });

  it('TL1 reads on while somebody scrolls, in whatever it is that scrolls, in unbroken order', async () => {
    const timeline = await show();
    await timeline.shows('This week');
    const box = timeline.app;
    box.style.cssText = 'display: block; block-size: 600px; overflow: auto';
    const seen = new Set<string>();
    for (let page = 0; page < 30; page++) {
      for (const subject of timeline.subjects) seen.add(subject);
      const before = timeline.subjects.at(-1);
      box.scrollTop += 500;
      await timeline.until(() => timeline.subjects.at(-1) !== before, 'what follows is drawn');
    }
    const seasons = [...seen]
      .filter((subject) => subject.startsWith('Season'))
      .map((subject) => Number.parseInt(subject.slice(7), 10));
    expect(seasons.length).to.be.greaterThan(100);
    expect(seasons).to.deep.equal(seasons.map((_, index) => index + 1));
  });

  it('TL1 gets to the end of 5,000 entries, and back', async () => {
    const timeline = await show();
    await timeline.shows('This week');
    await timeline.until(async () => {
      await timeline.scrollTo(1);
      return timeline.subjects.includes('Season 5000: what was agreed');
    }, 'the oldest is there');
    expect(timeline.entries.length).to.be.lessThan(60);
    await timeline.scrollTo(0);
    await timeline.shows('This week');
  });

  it('TL1 keeps what is read where it is while an entry comes in above it', async () => {
    const timeline = await show();
    await timeline.shows('This week');
    await timeline.scrollTo(0.1);
    const [held] = timeline.subjectsInSight;
    const height = document.documentElement.scrollHeight;
    await store.run(activities.log({ kind: 'note', subject: 'Written elsewhere', contactId: LEA }));
    await timeline.until(() => document.documentElement.scrollHeight > height + 20, 'there is one more');
    expect(timeline.subjectsInSight).to.include(held);
  });

  it('TL3 goes from entry to entry by key, to the last one read, and keeps the focus when it is scrolled out of sight', async () => {
    const timeline = await show();
    await timeline.shows('This week');
    timeline.entry('Send the signed contract').focus();
    await sendKeys({ press: 'ArrowDown' });
    await timeline.focuses('Talk through the spring order');
    await sendKeys({ press: 'j' });
    await timeline.focuses('Confirm sizes for the Chamonix store');
    await sendKeys({ press: 'k' });
    await timeline.focuses('Talk through the spring order');
    await timeline.scrollTo(0.2);
    await timeline.until(
      () => !timeline.subjects.includes('Re: Proposal for clienteling in four ateliers'),
      'it is far away',
    );
    await timeline.focuses('Talk through the spring order');
    await sendKeys({ press: 'ArrowDown' });
    await timeline.focuses('Confirm sizes for the Chamonix store');
    await timeline.shows('This week');
  });
});
