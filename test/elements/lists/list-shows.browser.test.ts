import '@kith/elements/define';
import type { NavigateEvent } from '@kith/elements';
import { contacts, type Store } from '@kith/store';
import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { openPeopleBook, PEOPLE_COLUMNS } from '../../../stories/books/people.js';
import { expectNothingFromAxe } from '../../support/axe.js';
import { type ListDriver, showList } from '../../support/list-driver.js';

describe('a list of people', () => {
  let store: Store;
  let list: ListDriver;

  beforeEach(async () => {
    await setViewport({ width: 1440, height: 900 });
    store = await openPeopleBook(500);
    list = await (await showList(store)).ready();
  });
  afterEach(() => {
    localStorage.clear();
    document.documentElement.removeAttribute('dir');
    document.documentElement.lang = 'en';
  });

  it('LS1 shows the rows by name, the fields as columns, and how many there are', async () => {
    expect(list.heads).to.deep.equal([
      'Name',
      'Job title',
      'Company',
      'Lifecycle stage',
      'Rating',
      'Last contact',
      'Spent',
      'Owner',
      'Tags',
    ]);
    expect(list.names.length).to.be.above(10);
    expect(list.names).to.deep.equal([...list.names].sort());
    expect(list.foot).to.include('500 contacts');
    expect(list.grid.getAttribute('role')).to.equal('grid');
    expect(list.grid.getAttribute('aria-rowcount')).to.equal('501');
    expect(list.row(list.names[0] ?? '').getAttribute('aria-rowindex')).to.equal('2');
  });

  it('LS1 tells no number of rows before it knows one', async () => {
    list = await showList(new Promise<Store>(() => undefined));
    await list.until(() => list.root.querySelector('.foot'), 'it is drawn');
    expect(list.foot).not.to.match(/contacts|\d/);
  });

  it('LS2 draws the rows in sight only, and those of any place that is scrolled to', async () => {
    expect(list.root.querySelectorAll('*').length).to.be.below(1_500);
    await list.scrollTo(400 * 40);
    await list.until(() => list.root.querySelector('[data-id][aria-rowindex="406"]'), 'row 405 is drawn');
    expect(list.root.querySelectorAll('[data-id]').length).to.be.below(40);
  });

  it('LS3 follows what others change', async () => {
    const { names } = list;
    await store.run(contacts.create({ name: 'Aaliyah' }));
    await list.until(() => list.names[0] === 'Aaliyah', 'the new one is first');
    expect(list.names[1]).to.equal(names[0]);
    await list.until(() => list.foot.includes('501'), 'the count follows');
  });

  it('LS4 sorts by a click on a head, by several with Shift, and says so', async () => {
    list.head('Rating').click();
    await list.until(() => list.head('Rating').getAttribute('aria-sort') === 'ascending', 'it is sorted');
    await list.until(() => list.texts('Rating')[0] === '20', 'the lowest is first');
    list.head('Rating').click();
    await list.until(() => list.texts('Rating')[0] === '98', 'the highest is first');
    list.head('Job title').dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true, shiftKey: true }));
    await list.settled();
    expect(list.list.view.order).to.deep.equal([
      ['customFields.rating', 'desc'],
      ['jobTitle', 'asc'],
    ]);
    expect(list.announced).to.equal('Sorted by Job title, ascending');
    expect(list.head('Owner').hasAttribute('aria-sort')).to.equal(false);
  });

  it('LS5 finds rows by words, and says how many are left', async () => {
    await list.search('kerbrat léa');
    await list.until(() => list.names.length > 0 && list.names.every((name) => /Léa.*Kerbrat/.test(name)), 'only Léa');
    await list.until(() => list.foot.startsWith(`${list.names.length} contact`), 'the count is theirs');
    await list.search('');
    await list.until(() => list.foot.startsWith('500'), 'all are back');
  });

  it('LS6 groups rows with counts and sums, and closes a group', async () => {
    list = await (await showList(store, { view: { group: 'customFields.region' } })).ready();
    await list.until(() => list.root.querySelector('.group'), 'the heads are drawn');
    expect(list.grid.getAttribute('role')).to.equal('treegrid');
    const group = list.root.querySelector<HTMLElement>('.group');
    expect(group?.textContent?.replace(/\s+/g, ' ')).to.match(/France\s?100/);
    await list.until(() => /€[\d,]+/.test(list.root.querySelector('.group')?.textContent ?? ''), 'the sum is there');
    group?.querySelector<HTMLElement>('.cell')?.click();
    await list.until(
      () => list.root.querySelector('.group')?.getAttribute('aria-expanded') === 'false',
      'it is closed',
    );
    expect(list.root.querySelectorAll('.group')[1]?.textContent).to.include('Germany');
    expect(list.foot).to.include('5 groups');
  });

  it('LS7 asks the page to open a row', async () => {
    const asked: string[] = [];
    list.list.addEventListener('kith-navigate', (event: NavigateEvent) => asked.push(event.kind, event.id));
    const [name = ''] = list.names;
    const id = list.row(name).dataset['id'];
    list.row(name).querySelector<HTMLElement>('.name')?.click();
    expect(asked).to.deep.equal(['contact', id]);
  });

  it('LS8 says that there is nothing yet, and that nothing matches and which filter takes it away', async () => {
    list = await showList(await openPeopleBook(0));
    await list.until(() => list.root.querySelector('.state')?.textContent?.includes('No contacts yet'), 'it is empty');
    list = await showList(store, { view: { filters: [{ path: 'jobTitle', is: 'equals', text: 'Pilot' }] } });
    await list.until(() => list.root.querySelector('.state'), 'nothing matches');
    expect(list.root.querySelector('.state')?.textContent).to.include('Job title');
    list.button('remove-filter').click();
    await list.ready();
    expect(list.foot).to.include('500');
  });

  it('LS9 says that the storage failed, and reads again when asked', async () => {
    const { adapter } = store.storage;
    let isBroken = true;
    const broken = {
      ...adapter,
      query: (query: Parameters<typeof adapter.query>[0]) =>
        isBroken ? Promise.reject(new Error('gone')) : adapter.query(query),
    };
    list = await showList({ ...store, storage: { ...store.storage, adapter: broken } });
    await list.until(() => list.root.querySelector('.state[role=alert]'), 'it says so');
    isBroken = false;
    list.button('retry').click();
    await list.ready();
  });

  it('LS10 shows the shape of rows while nothing is known, but not before 200 ms', async () => {
    list = await showList(new Promise<Store>(() => {}));
    await list.settled();
    expect(list.root.querySelectorAll('.waiting').length).to.equal(0);
    await list.until(() => list.root.querySelectorAll('.waiting').length > 3, 'rows in grey are drawn');
  });

  it('LS11 is a card for each row where it is narrow', async () => {
    list = await (await showList(store, { width: 360 })).ready();
    await list.until(() => list.row(list.names[0] ?? '').offsetHeight > 90, 'rows are cards');
    expect(list.grid.scrollWidth).to.be.at.most(list.grid.clientWidth);
  });

  it('LS15 sorts by a menu where it is narrow, and shows all that can be done with chosen rows', async () => {
    list = await (await showList(store, { width: 320 })).ready();
    const named = (action: string): HTMLElement | null => list.root.querySelector(`[data-action="${action}"]`);
    await list.until(() => named('sort')?.checkVisibility(), 'there is a menu');
    const choose = async (label: string): Promise<void> => {
      named('sort')?.click();
      const line = (): HTMLElement | undefined =>
        [...list.root.querySelectorAll<HTMLElement>('.menu-item')].find((item) => item.textContent?.trim() === label);
      await list.until(line, label);
      line()?.click();
      await list.settled();
    };
    await choose('Rating');
    expect(list.list.view.order).to.deep.equal([['customFields.rating', 'asc']]);
    expect(named('sort')?.ariaLabel).to.equal('Sorted by Rating, ascending');
    await choose('Rating');
    expect(list.list.view.order).to.deep.equal([['customFields.rating', 'desc']]);
    list.root.querySelector<HTMLElement>('[data-id] .box')?.click();
    await list.until(() => named('bulk-delete'), 'the bar is there');
    const bar = list.root.querySelector('.bulk') as HTMLElement;
    expect(bar.scrollWidth).to.be.at.most(bar.clientWidth);
    expect(list.grid.scrollWidth).to.be.at.most(list.grid.clientWidth);
  });

  it('LS15 has no menu for it where there are heads', async () => {
    expect(list.root.querySelector('[data-action="sort"]')?.checkVisibility()).to.equal(false);
  });

  it('LS16 cuts a long name at its own end, from right to left as well', async () => {
    document.documentElement.dir = 'rtl';
    const columns = PEOPLE_COLUMNS.map((path) => (path === 'name' ? { path, width: 120 } : { path }));
    list = await (await showList(store, { view: { columns } })).ready();
    const text = (): HTMLElement | undefined =>
      [...list.root.querySelectorAll<HTMLElement>('[data-id] .name bdi')].find(
        (name) => name.scrollWidth > name.clientWidth && /^[A-Z]/.test(name.textContent ?? ''),
      );
    await list.until(text, 'a Latin name is too long');
    const name = text() as HTMLElement;
    // What is cut off lies beyond its right edge: it begins where its box does.
    const range = document.createRange();
    const letters = [...name.childNodes].find(({ nodeType }) => nodeType === Node.TEXT_NODE) as Text;
    range.setStart(letters, 0);
    range.setEnd(letters, 1);
    expect(range.getBoundingClientRect().left).to.be.at.least(name.getBoundingClientRect().left - 1);
  });

  it('LS12 speaks Chinese, and runs from right to left', async () => {
    document.documentElement.lang = 'zh-Hans';
    await list.until(() => list.heads.includes('职位'), 'the heads are Chinese');
    document.documentElement.dir = 'rtl';
    await list.settled();
    const [first, second] = [list.head('姓名'), list.head('职位')].map((head) => head.getBoundingClientRect());
    expect(first?.left).to.be.above(second?.left ?? 0);
  });

  it('LS13 keeps how it is arranged under a name, and tells the page', async () => {
    list = await (await showList(store, { keep: 'people' })).ready();
    const told: unknown[] = [];
    list.list.addEventListener('kith-list-view', ({ view }) => told.push(view.order));
    list.head('Rating').click();
    await list.settled();
    expect(told).to.deep.equal([[['customFields.rating', 'asc']]]);
    list = await (await showList(store, { keep: 'people' })).ready();
    await list.until(() => list.head('Rating').getAttribute('aria-sort') === 'ascending', 'it is as it was');
  });

  it('LS14 is read by axe without a complaint', async () => {
    await expectNothingFromAxe(list.list);
    list = await (await showList(store, { view: { group: 'customFields.region' } })).ready();
    await expectNothingFromAxe(list.list);
  });
});
