import '@kith/elements/define';
import { memoryAdapter } from '@kith/adapters';
import type { Contact, Id } from '@kith/core';
import { contacts, openStore, type Store } from '@kith/store';
import { customFields } from '@kith/store/fields';
import { collection } from '@kith/store/list-views';
import { expect } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import { openPeopleBook } from '../../../stories/books/people.js';
import { ask } from '../../support/book.js';
import { withHold } from '../../support/held-store.js';
import { type ListDriver, showList } from '../../support/list-driver.js';

describe('work in a list', () => {
  let store: Store;
  let list: ListDriver;
  let first: string;

  beforeEach(async () => {
    await setViewport({ width: 1440, height: 900 });
    store = await openPeopleBook(1_200);
    list = await (await showList(store)).ready();
    [first = ''] = list.names;
  });

  const box = (name: string): HTMLInputElement => list.row(name).querySelector('.box') as HTMLInputElement;
  const editor = (): HTMLInputElement | null => list.root.querySelector('.cell-edit :is(input, select)');
  const toast = (): string => list.app?.shadowRoot?.querySelector('.toast-text')?.textContent?.trim() ?? '';
  const button = (action: string): Promise<void> =>
    list.until(() => list.root.querySelector(`[data-action="${action}"]`), action);
  const undo = (): void => list.app?.shadowRoot?.querySelector<HTMLElement>('.toast-action')?.click();
  const type = async (text: string): Promise<void> => {
    await sendKeys({ press: 'Control+a' });
    await sendKeys({ type: text });
  };

  it('LS50 changes a cell in its place by F2 and Enter, and goes on below', async () => {
    const [, second = ''] = list.names;
    await list.click(first, 'Job title');
    await list.press('F2');
    await list.until(editor, 'the cell is open');
    await type('Cartographer');
    await list.press('Enter');
    await list.until(() => list.texts('Job title')[0] === 'Cartographer', 'it is saved');
    await list.until(() => list.focused === `${second} / Job title`, 'the focus is on the next row');
    expect(toast()).to.equal('Job title saved');
  });

  it('LS50 keeps what is typed while a cell is saved: in its place, or saved as well where the cell was left', async () => {
    const held = withHold(store);
    list = await (await showList(held)).ready();
    const [, , third = ''] = list.names;
    await list.click(first, 'Job title');
    await list.press('F2');
    await list.until(editor, 'the cell is open');
    await type('Cartographer');
    held.hold();
    await list.press('Enter');
    await sendKeys({ type: ' in chief' });
    held.letGo();
    await list.until(() => toast() === 'Job title saved', 'the first is saved');
    await list.settled();
    expect(editor()?.value).to.equal('Cartographer in chief');
    held.hold();
    await list.press('Enter');
    await sendKeys({ type: ', retired' });
    await list.click(third, 'Job title');
    held.letGo();
    await list.until(() => list.texts('Job title')[0] === 'Cartographer in chief, retired', 'all of it is saved');
    expect(editor()).to.equal(null);
  });

  it('CD70 keeps a number of a custom field as cards keep theirs, and shows it in the groups of its country', async () => {
    store = await openStore({
      adapter: memoryAdapter(),
      fields: customFields({
        fields: [{ on: 'contact', name: 'hotline', type: 'phone', labels: { en: 'Hotline' } }],
      }),
    });
    await store.run(contacts.create({ name: 'Anna' }));
    list = await (await showList(store, { columns: ['name', 'customFields.hotline'] })).ready();
    await list.click('Anna', 'Hotline');
    await list.press('F2');
    await list.until(editor, 'the cell is open');
    await type('+33 450 12 34 56 x5');
    await list.press('Enter');
    await list.until(() => list.texts('Hotline')[0] === '+33 4 50 12 34 56 ext. 5', 'it stands in groups');
    const [anna] = (await ask(store, contacts.all())) ?? [];
    expect(anna?.customFields).to.deep.equal({ hotline: '+33450123456;ext=5' });
  });

  it('LS51 says in place why a value is not taken, and Escape takes it back', async () => {
    await list.click(first, 'Rating');
    const before = list.texts('Rating')[0];
    await list.press('F2');
    await list.until(editor, 'the cell is open');
    await type('many');
    await list.press('Enter');
    await list.until(() => list.root.querySelector('.cell-refusal'), 'it is refused');
    expect(editor()?.getAttribute('aria-invalid')).to.equal('true');
    await type('1000');
    await list.press('Enter');
    await list.until(
      () => list.root.querySelector('.cell-refusal')?.textContent?.includes('more or less'),
      'the bounds are told',
    );
    await list.press('Escape');
    await list.until(() => !editor(), 'it is closed');
    expect(list.texts('Rating')[0]).to.equal(before);
    expect(list.focused).to.equal(`${first} / Rating`);
  });

  it('LS59 tells what somebody else has written under an open cell, and overwrites nothing without being asked', async () => {
    const id = list.row(first).dataset['id'] as Id<'contact'>;
    const stored = async (): Promise<NonNullable<Contact['customFields']>> =>
      (await ask(store, contacts.byId(id)))?.customFields ?? {};
    const theirs = async (changes: NonNullable<Contact['customFields']>): Promise<void> => {
      await store.run(contacts.edit({ id, changes: { customFields: { ...(await stored()), ...changes } } }));
    };
    await list.click(first, 'Rating');
    await list.press('F2');
    await list.until(editor, 'the cell is open');
    await type('61');
    await theirs({ rating: 62, spent: { minor: 1_00, currency: 'EUR' } });
    await list.until(() => list.row(first).textContent?.includes('€1'), 'what they wrote beside it is in sight');
    await list.press('Enter');
    await list.until(
      () => list.root.querySelector('.cell-refusal')?.textContent?.includes('Somebody has made it “62” meanwhile'),
      'it is told',
    );
    expect((await stored())['rating']).to.equal(62);
    expect(editor()?.value).to.equal('61');
    await list.press('Enter');
    await list.until(() => !editor(), 'one keeps one’s own');
    expect(await stored()).to.deep.include({ rating: 61, spent: { minor: 1_00, currency: 'EUR' } });
  });

  it('LS52 writes money in its currency, choices and owners from lists, tags by commas', async () => {
    const set = async (label: string, act: () => Promise<void>): Promise<void> => {
      await list.click(first, label);
      await list.press('F2');
      await list.until(editor, `${label} is open`);
      await act();
      await list.press('Enter');
      await list.until(() => !editor(), `${label} is saved`);
    };
    await set('Spent', () => type('1,250.50'));
    await set('Tags', () => type('alpha, beta'));
    await set('Lifecycle stage', async () => {
      const select = editor() as unknown as HTMLSelectElement;
      select.value = 'advocate';
      select.dispatchEvent(new Event('change', { bubbles: true }));
    });
    const id = list.row(first).dataset['id'] as never;
    const row = await ask(store, contacts.byId(id));
    expect(row?.customFields?.['spent']).to.deep.equal({ minor: 125_050, currency: 'EUR' });
    expect([row?.tags, row?.lifecycleStage]).to.deep.equal([['alpha', 'beta'], 'advocate']);
  });

  it('LS53 filters by what is chosen in a form, shows it as a chip, and takes it away', async () => {
    await button('filter');
    list.button('filter').click();
    await list.choose('Lifecycle stage');
    await list.until(() => list.root.querySelector('.filter-form'), 'the form is open');
    const label = [...list.root.querySelectorAll<HTMLElement>('.filter-options label')].find((each) =>
      each.textContent?.includes('Former'),
    );
    label?.querySelector('input')?.click();
    await list.settled();
    list.root.querySelector<HTMLFormElement>('.filter-form')?.requestSubmit();
    await list.until(
      () => list.texts('Lifecycle stage').every((text) => text === 'Former'),
      'only former ones are left',
    );
    expect(list.root.querySelector('.chip')?.textContent?.replace(/\s+/g, ' ').trim()).to.equal(
      'Lifecycle stage is Former',
    );
    list.root.querySelector<HTMLElement>('.chip-remove')?.click();
    await list.until(() => list.foot.startsWith('1,200'), 'all are back');
  });

  it('LS54 gives many rows an owner in several commits, with one undo', async () => {
    (list.root.querySelector('[data-select=all]') as HTMLElement).click();
    await button('bulk-owner');
    list.button('bulk-owner').click();
    await list.choose('Hanna Lindqvist');
    await list.until(() => toast() === '1,200 rows changed', 'it is told');
    await list.until(() => list.texts('Owner').every((text) => text.includes('Hanna')), 'all are hers');
    undo();
    await list.until(
      () => list.texts('Owner').some((text) => !text.includes('Hanna')),
      'one undo takes all of it back',
    );
    const hers = await ask(store, { ask: 'tally', collection: contacts.collection, by: ['ownerId'] });
    expect(hers.length).to.equal(5);
  });

  it('LS55 tells row by row what was refused', async () => {
    const [, second = ''] = list.names;
    const id = list.row(second).dataset['id'] as never;
    const refusing = {
      ...list.list.source,
      edit: (row: string, changes: object) =>
        contacts.edit({ id: (row === id ? 'contact_nobody' : row) as never, changes }),
    };
    list.list.source = refusing as never;
    await list.ready();
    box(first).click();
    await list.settled();
    box(second).click();
    await button('bulk-owner');
    list.button('bulk-owner').click();
    await list.choose('Mei Sugawara');
    await list.until(() => list.root.querySelector('.refused li'), 'it is told');
    expect(list.root.querySelector('.refused')?.textContent).to.include(second);
    expect(toast()).to.equal('1 changed, 1 not');
    list.button('close-refused').click();
    await list.until(() => !list.root.querySelector('.refused'), 'it is closed');
  });

  it('LS56 deletes rows after a question, and undo brings them back', async () => {
    box(first).click();
    await button('bulk-delete');
    list.button('bulk-delete').click();
    const dialog = (): HTMLElement | null | undefined => list.app?.shadowRoot?.querySelector('dialog[open] .danger');
    await list.until(dialog, 'it is asked');
    dialog()?.click();
    await list.until(() => !list.names.includes(first), 'it is gone');
    await list.until(() => toast() === '1 row deleted', 'it is told');
    undo();
    await list.until(() => list.names.includes(first), 'it is back');
  });

  it('LS57 saves a view under a name, tells when it has changed, and goes back to it', async () => {
    store = await openStore({ adapter: memoryAdapter(), collections: [collection] });
    for (const name of ['Anna', 'Bela']) await store.run(contacts.create({ name }));
    list = await (await showList(store, { columns: ['name', 'jobTitle', 'ownerId'] })).ready();
    list.list.savesViews = true;
    await button('save-view');
    list.head('Job title').click();
    await list.settled();
    list.button('save-view').click();
    await list.until(() => list.root.querySelector('.view-form'), 'it asks for a name');
    (list.root.querySelector('.view-form input') as HTMLInputElement).value = 'By job';
    list.root.querySelector<HTMLFormElement>('.view-form')?.requestSubmit();
    await list.until(
      () => list.root.querySelector('.view-name[aria-current]')?.textContent?.includes('By job'),
      'it is chosen',
    );
    list.head('Job title').click();
    await button('reset-view');
    list.button('reset-view').click();
    await list.until(() => list.head('Job title').getAttribute('aria-sort') === 'ascending', 'it is as it was saved');
  });

  it('LS58 writes what is chosen into a file that no spreadsheet takes for formulas', async () => {
    const id = list.row(first).dataset['id'] as never;
    await store.run(contacts.edit({ id, changes: { jobTitle: '=HYPERLINK("https://evil.example")' } }));
    await list.until(() => list.texts('Job title')[0]?.startsWith('=HYPER'), 'it is shown as text');
    box(first).click();
    await button('bulk-export');
    let file: Blob | undefined;
    const { createObjectURL } = URL;
    URL.createObjectURL = (blob: Blob) => {
      file = blob;
      return 'data:text/csv,';
    };
    list.button('bulk-export').click();
    await list.until(() => file, 'a file is made');
    URL.createObjectURL = createObjectURL;
    const text = (await file?.text()) ?? '';
    const [head = '', row = ''] = text.split('\r\n');
    expect(head).to.include('Name,Job title,Company');
    expect(row).to.include(`"'=HYPERLINK(""https://evil.example"")"`);
    expect(row).to.match(/ EUR/);
    expect(row).not.to.include('company_');
  });
});
