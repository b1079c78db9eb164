import '@kith/elements/define';
import { dexieAdapter } from '@kith/adapters/dexie';
import { companies, openStore, type Store } from '@kith/store';
import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { html, type TemplateResult } from 'lit';
import { openBreventBook } from '../../../stories/books/brevent.js';
import { type Circumstances, foundLost, withCircumstances } from '../../../stories/books/kept.js';
import { expectNothingFromAxe } from '../../support/axe.js';
import { valueOf } from '../../support/book.js';
import { type PageOptions, type RecordDriver, showRecord } from '../../support/record-driver.js';

const element: TemplateResult = html`<kith-storage-state></kith-storage-state>`;
const quiet: TemplateResult = html`<kith-storage-state quiet></kith-storage-state>`;

describe('the state of storage', () => {
  let store: ReturnType<typeof withCircumstances>;

  const show = async (
    circumstances: Circumstances,
    options: PageOptions = {},
    shown: TemplateResult = element,
  ): Promise<RecordDriver> => {
    store = withCircumstances(await openBreventBook(), circumstances);
    return showRecord(store, shown, options);
  };

  beforeEach(async () => {
    await setViewport({ width: 800, height: 900 });
  });

  it('KE10 tells where the data is, that it is protected, and how much of the space is used', async () => {
    const state = await (await show({})).shows('Kept safe', 'In this browser, on this device');
    await state.shows('deletes it only when somebody tells it to', '48 MB of 11 GB used');
    expect(state.all<HTMLMeterElement>('meter')[0]).to.include({ value: 48_200_000, max: 10_740_000_000 });
    expect(state.has('Ask for protection')).to.equal(false);
  });

  it('KE10 says what the browser does not say, and does not ask about a server', async () => {
    const unknown = await show({ persisted: undefined, usage: undefined });
    await unknown.shows('does not say whether it may delete it', 'does not say how much there is');
    const server = await (await show({ kept: 'server' })).shows('On a server');
    expect(server.text).not.to.include('Protection').and.not.to.include('Space');
  });

  it('KE10 tells of real storage in a real browser', async () => {
    const kept = await openStore({ adapter: dexieAdapter({ name: `state-${Math.random()}` }) });
    const state = await showRecord(kept, element);
    // WebKitGTK knows no estimate.
    const isEstimated = typeof navigator.storage?.estimate === 'function';
    const space = isEstimated ? 'B used' : 'This browser does not say how much there is.';
    await state.shows('In this browser, on this device', 'Kept', space);
    valueOf(await kept.run(companies.create({ name: 'Brama' })));
    expect(state.all('meter')).to.have.length(isEstimated ? 1 : 0);
    await kept.close();
  });

  it('KE11 warns about data that is in memory only', async () => {
    const state = await (await show({ kept: 'memory' })).shows('Not kept', 'Nothing here is kept.', 'save a backup');
    await state.shows('In the memory of this page');
  });

  it('KE12 tells what to do from 90 % of the space on, and when it is full', async () => {
    const state = await show({ usage: 89_900_000, quota: 100_000_000, persisted: false });
    await state.shows('90 MB of 100 MB used');
    expect(state.text).not.to.include('Nearly full');
    store.become({ usage: 90_000_000 });
    await state.shows(
      'Nearly full',
      'nearly used up',
      'Save a backup.',
      'Free space on this device',
      '90 MB of 100 MB used',
    );
    await state.shows('Ask the browser to protect this data');
    store.become({ health: 'full' });
    await state.shows('the last change was not saved');
    expect(state.all('[role=alert]')).to.have.length(1);
    store.become({ health: 'fine', usage: 40_000_000 });
    await state.hides('Save a backup.');
  });

  it('KE13 asks for protection by key, and tells the answer', async () => {
    const state = await (await show({ persisted: false })).shows('may delete it by itself');
    await state.press('Ask for protection');
    await state.shows('Kept safe', 'The browser has agreed to keep it.', 'deletes it only when somebody tells it to');
    await state.until(() => state.focused?.classList.contains('answer'), 'the answer has the focus');
    expect(state.has('Ask for protection')).to.equal(false);
  });

  it('KE13 tells that the browser said no, and lets it be asked again', async () => {
    const state = await (await show({ persisted: false, agrees: false })).shows('may delete it by itself');
    await state.press('Ask for protection');
    await state.shows('The browser said no this time.');
    expect(state.focused?.textContent).to.include('Ask for protection');
  });

  it('KE14 offers to reload when another tab has a newer version, and leaves it to a page that wants to', async () => {
    const state = await (await show({ health: 'superseded' })).shows('Out of date', 'newer version in another tab');
    const asked = new Promise<Event>((settle) =>
      state.app.addEventListener(
        'kith-reload',
        (event) => {
          event.preventDefault();
          settle(event);
        },
        { once: true },
      ),
    );
    await state.press('Reload the page');
    expect((await asked).defaultPrevented).to.equal(true);
  });

  it('KE16 tells that the browser has thrown the data away, until somebody has taken note of it', async () => {
    const lost = await openStore({ adapter: foundLost(), clock: () => Date.parse('2026-11-20T09:00:00Z') });
    const state = await (await showRecord(lost, element)).shows('Lost', 'has thrown it away', 'Nov 20, 2026');
    expect(state.all('[role=alert]')).to.have.length(1);
    await state.shows('Restore your last backup');
    await state.press('Go on without it');
    await state.hides('has thrown it away');
  });

  it('KE14 tells of a real newer version in another tab', async () => {
    const name = `superseded-${Math.random()}`;
    const kept = await openStore({ adapter: dexieAdapter({ name }) });
    const state = await (await showRecord(kept, element)).shows('In this browser');
    const newer = dexieAdapter({ name });
    await newer.open({ tenant: 'default', schema: 99, collections: {}, migrations: [], onSuperseded() {} });
    await state.shows('Out of date');
    expect(state.has('Reload the page')).to.equal(true);
    await newer.close();
  });

  it('KE14 tells of storage that cannot be reached any more', async () => {
    const state = await (await show({})).shows('Kept safe');
    store.become({ health: 'lost' });
    await state.shows('Not reachable', 'cannot be reached any more', 'Reload the page');
    expect(state.text).not.to.include('Protection');
  });

  it('KE15 shows nothing while all is well, and what is wrong otherwise', async () => {
    const state = await show({}, {}, quiet);
    await state.until(() => state.element.renderRoot.querySelector('*') === null, 'there is nothing');
    expect(state.element.offsetHeight).to.equal(0);
    store.become({ health: 'superseded' });
    await state.shows('Reload the page');
    expect(state.text).not.to.include('Protection');
    store.become({ health: 'lost' });
    await state.shows('cannot be reached any more');
  });

  for (const [name, options] of Object.entries({
    'in light': {},
    'in dark': { theme: 'dark' },
    'from right to left': { dir: 'rtl' },
    'in Chinese': { lang: 'zh-Hans' },
    'when compact': { density: 'compact' },
  } satisfies Record<string, PageOptions>)) {
    it(`KE22 has nothing that axe finds ${name}`, async () => {
      const words = (options as PageOptions).lang ? '申请保护' : 'Ask for protection';
      for (const usage of [48_200_000, 10_000_000_000]) {
        const state = await (await show({ persisted: false, usage }, options)).shows(words);
        await expectNothingFromAxe(state.element);
      }
    });
  }

  it('KE22 fits into 280 pixels', async () => {
    await setViewport({ width: 280, height: 900 });
    const state = await (await show({ persisted: false, health: 'full' })).shows('Ask for protection');
    expect(state.element.scrollWidth).to.be.at.most(280);
  });

  it('KE23 looks at nothing once it is out of the document', async () => {
    let watchers = 0;
    const book = withCircumstances(await openBreventBook());
    const counted: Store = {
      ...book,
      storage: {
        ...book.storage,
        get health$() {
          watchers++;
          return book.storage.health$;
        },
      },
    };
    const state = await (await showRecord(counted, element)).shows('Kept safe');
    state.element.remove();
    book.become({ health: 'lost' });
    await state.element.updateComplete;
    expect(state.text).to.include('Kept safe');
    state.app.append(state.element);
    await state.shows('Not reachable');
    expect(watchers).to.equal(2);
  });
});
