import '@kith/elements/define';
import type { KithScoreExplain } from '@kith/elements';
import { activities, contacts, type Store } from '@kith/store';
import { scoreId, setByHand } from '@kith/store/scoring';
import { expect } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import { html } from 'lit';
import { withOutage } from '../../../stories/books/outage.js';
import {
  countedPlan,
  modelPlan,
  openScoredBook,
  RULE_NAMES,
  rulePlan,
  SCORED,
  untaughtPlan,
} from '../../../stories/books/scored.js';
import { expectNothingFromAxe } from '../../support/axe.js';
import { type PageOptions, type RecordDriver, showRecord } from '../../support/record-driver.js';

describe('the explanation of a score', () => {
  let store: Store;

  const show = (
    properties: Partial<KithScoreExplain> = {},
    options: PageOptions = {},
    book: Store | PromiseLike<Store> = store,
  ): Promise<RecordDriver> => {
    const { plan = rulePlan, subject = SCORED.lea, layout = 'full', refusal, takesByHand = true } = properties;
    return showRecord(
      book,
      html`<kith-score-explain .plan=${plan} .subject=${subject} .layout=${layout} .refusal=${refusal} .takesByHand=${takesByHand} .names=${RULE_NAMES}></kith-score-explain>`,
      options,
    );
  };
  /** The rows of the table: what each is called with what it pushes. */
  const rows = (score: RecordDriver): readonly string[] =>
    score.all('.score-reasons tbody tr').map((row) => {
      const label = row.querySelector('.score-label, th')?.textContent?.trim() ?? '';
      return `${label} ${row.querySelector('td')?.textContent?.trim() ?? ''}`;
    });

  beforeEach(async () => {
    await setViewport({ width: 800, height: 900 });
    store = await openScoredBook();
  });
  afterEach(() => {
    document.documentElement.lang = 'en';
  });

  it('SX1 shows grade, points and both axes, and each rule that counts in words', async () => {
    const score = await (await show()).shows('97', 'points', 'Fit 40', 'Engagement', 'Grade A');
    await score.shows('Job title with “head”', 'Kind: Meeting', 'E-mail with “freemail”');
    expect(rows(score)[0]).to.equal('Fit 40');
    expect(rows(score)).to.include('Job title with “head” +30');
    expect(rows(score)).to.include('In the atelier network +15');
    expect(rows(score)).to.include('E-mail with “freemail” \u221220');
  });

  it('SX4 says how often something was done, what has faded, and what caps and limits took off', async () => {
    const score = await (await show()).shows(
      '4 times',
      '+80 in full',
      'faded',
      'halves every 30 days',
      'by the cap of 6 a day',
    );
    await score.shows('counts for 90 days', 'Limit of the group Events');
    expect(rows(score)).to.include('Limit of the group Events \u221210');
  });

  it('SX5 is a table with bars that grow either way, for the eye alone', async () => {
    const score = await (await show()).shows('Kind: Meeting');
    const bars = score.all('.score-bar');
    expect(bars.every((bar) => bar.getAttribute('aria-hidden') === 'true')).to.equal(true);
    const [table] = score.all('table');
    expect(table?.querySelector('caption')?.textContent).to.equal('All reasons');
    const side = (row: string): number => {
      const bar = score.all(`.${row} .score-bar > span`)[0]?.getBoundingClientRect();
      const frame = score.all('.score-bar')[0]?.getBoundingClientRect();
      return bar && frame ? bar.left + bar.width / 2 - (frame.left + frame.width / 2) : 0;
    };
    expect(side('for')).to.be.above(0);
    expect(side('against')).to.be.below(0);
    await expectNothingFromAxe(score.element);
  });

  it('SX6 says when it was worked out, since when it has its grade, and when it may change by itself', async () => {
    await (await show()).shows('Worked out', 'Grade A since', 'Without anything happening it changes');
  });

  it('SX7 shows a chance with what each field adds to that of an average row, and how well the model did', async () => {
    const score = await (await show({ plan: modelPlan })).shows(
      'chance to win',
      'An average one starts at',
      'Source: Fair',
      'Lifecycle stage: Qualified',
    );
    await score.shows('Version 1 of the model', 'tested on 120: AUC 0.78');
    expect(rows(score).some((row) => /^Language: French \u2212/.test(row))).to.equal(true);
  });

  it('SX8 shows what was counted as odds', async () => {
    const score = await (await show({ plan: countedPlan, subject: SCORED.deal })).shows(
      'chance to win',
      'Source: Fair',
    );
    expect(rows(score)[0]).to.match(/Source: Fair ×\d/);
  });

  it('SX9 follows the row and what is done', async () => {
    const score = await (await show()).shows('97');
    await store.run(contacts.edit({ id: SCORED.lea as never, changes: { jobTitle: 'Buyer' } }));
    await score.hides('Job title with');
    await store.run(activities.log({ kind: 'call', subject: 'Again', contactId: SCORED.lea as never }));
    await score.shows('Kind: Call', '3 times');
  });

  it('SX10 says what somebody set by hand, takes it back, and sets it by key', async () => {
    const score = await (await show({ plan: modelPlan })).shows('Source: Fair');
    await score.press('Set by hand…');
    await score.until(() => score.focused?.matches('#score-points'), 'the field has the focus');
    const field = score.focused as HTMLInputElement;
    field.value = '';
    await sendKeys({ type: '200' });
    await sendKeys({ press: 'Enter' });
    await score.shows('A number from 0.01 to 99.99.');
    field.value = '';
    await sendKeys({ type: '20' });
    await sendKeys({ press: 'Enter' });
    await score.shows('Set by hand to 20%.', 'The model says');
    await score.press('Follow the model again');
    await score.hides('Set by hand to');
    expect(score.toast).to.include('Follows the model again');
  });

  it('SX11 says so in the form when the score becomes another one meanwhile', async () => {
    const score = await (await show({ plan: modelPlan })).shows('Source: Fair');
    await score.press('Set by hand…');
    await store.run(setByHand({ id: scoreId(modelPlan, SCORED.lea), points: 35 }, modelPlan));
    await score.shows('Meanwhile it has become 35%.');
  });

  it('SX12 shows a model that has not learned enough as that, and says what is missing', async () => {
    const params = { least: 50, won: 20, lost: 40, missingWon: 30, missingLost: 10 };
    const refusal = { code: 'scoring/too-few-outcomes', message: '', params };
    const score = await (await show({ plan: untaughtPlan, refusal })).shows('Not enough to learn from');
    await score.shows('It needs 30 more won and 10 more lost before it says anything.');
    await (await show({ subject: SCORED.nobody })).shows('Not scored yet');
  });

  it('SX13 is compact in a card: the four strongest reasons, and all of them when asked', async () => {
    const score = await (await show({ layout: 'compact' })).shows('Kind: Meeting');
    expect(rows(score).length).to.equal(4);
    await score.press('All 9 reasons');
    await score.until(() => rows(score).length === 9, 'all are there');
    await expectNothingFromAxe(score.element);
  });

  it('SX14 says that it cannot be read or must not, and reads again when asked', async () => {
    const broken = withOutage(store);
    const score = await (await show({}, {}, broken)).shows('The score could not be read');
    broken.repair();
    await score.press('Try again');
    await score.shows('97');
    const denied = Object.assign(new Error('No'), { code: 'store/denied' });
    const { throwError } = await import('rxjs');
    await (await show({}, {}, { ...store, watch: (() => throwError(() => denied)) as Store['watch'] })).shows(
      'No access',
    );
  });

  it('SX15 says that the machine is offline, and keeps what was read', async () => {
    const score = await (await show()).shows('97');
    Object.defineProperty(navigator, 'onLine', { configurable: true, get: () => false });
    dispatchEvent(new Event('offline'));
    await score.shows('Offline.', '97');
    Reflect.deleteProperty(navigator, 'onLine');
    dispatchEvent(new Event('online'));
    await score.hides('Offline.');
  });

  it('SX16 shows nothing at first, and the shape of a score after 200 ms', async () => {
    const score = await show({}, {}, new Promise<Store>(() => {}));
    expect(score.all('.skeleton').length).to.equal(0);
    await score.until(() => score.all('.skeleton').length > 0, 'a skeleton');
  });

  it('SX17 speaks Chinese, and its bars begin at the other side where text does', async () => {
    const score = await (await show({}, { lang: 'zh-Hans', dir: 'rtl' })).shows('职位包含“head”', '匹配度');
    const frame = score.all('.score-bar')[0]?.getBoundingClientRect();
    const bar = score.all('.for .score-bar > span')[0]?.getBoundingClientRect();
    expect((bar?.right ?? 0) <= (frame ? frame.left + frame.width / 2 + 1 : 0)).to.equal(true);
  });
});
