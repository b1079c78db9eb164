import '@kith/elements/define';
import { dexieAdapter } from '@kith/adapters/dexie';
import type { KithElement, RestoreEvent } from '@kith/elements';
import { activities, companies, openStore, type Store } from '@kith/store';
import { backUp, readBackup } from '@kith/store/backup';
import { expect } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import { html, type TemplateResult } from 'lit';
import { openBreventBook } from '../../../stories/books/brevent.js';
import { endless } from '../../../stories/books/endless.js';
import { expectNothingFromAxe } from '../../support/axe.js';
import { ask, valueOf } from '../../support/book.js';
import { type PageOptions, type RecordDriver, showRecord } from '../../support/record-driver.js';

const element: TemplateResult = html`<kith-backup></kith-backup>`;

describe('a backup', () => {
  let store: Store;
  const opened: Store[] = [];

  /** A book in IndexedDB with these companies. */
  async function kept(...names: readonly string[]): Promise<Store> {
    const book = await openStore({ adapter: dexieAdapter({ name: `backup-${Math.random()}` }) });
    opened.push(book);
    for (const name of names) valueOf(await book.run(companies.create({ name })));
    return book;
  }
  const fileOf = async (book: Store, name = 'kith-2026-11-20.ndjson'): Promise<File> =>
    new File([await new Response(backUp(book)).blob()], name);
  const namesIn = async (book: Store): Promise<readonly string[]> =>
    (await ask(book, companies.all())).map(({ name }) => name);
  const show = (options: PageOptions = {}): Promise<RecordDriver> => showRecord(store, element, options);

  /** Hands files to the element as the browser does when they were chosen. */
  function choose(page: RecordDriver, ...files: readonly File[]): void {
    const chosen = new DataTransfer();
    for (const file of files) chosen.items.add(file);
    const input = page.all<HTMLInputElement>('input[type=file]')[0];
    if (!input) throw new Error(`no file can be chosen; there is: ${page.text}`);
    input.files = chosen.files;
    input.dispatchEvent(new Event('change'));
  }
  function drop(page: RecordDriver, ...files: readonly File[]): void {
    const dataTransfer = new DataTransfer();
    for (const file of files) dataTransfer.items.add(file);
    const target = page.all('.drop')[0];
    for (const type of ['dragover', 'drop'])
      target?.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
  }
  const dialog = (page: RecordDriver): HTMLDialogElement | null | undefined =>
    page.app.shadowRoot?.querySelector('dialog');
  /** Goes as far as the question whether to replace everything, by keys alone. */
  async function askedToRestore(page: RecordDriver): Promise<void> {
    await page.shows('This backup is whole');
    await page.press('Replace all data with it');
    await page.until(() => dialog(page)?.open, 'it is asked');
  }

  beforeEach(async () => {
    await setViewport({ width: 900, height: 900 });
    store = await kept('Brama', 'Nordhav');
  });

  afterEach(async () => {
    for (const book of opened.splice(0)) await book.close();
  });

  it('KE1 makes a file of all rows, and tells its name, size and rows', async () => {
    const gone = valueOf(await store.run(activities.log({ kind: 'note', subject: 'Wrong number' })));
    valueOf(await store.run(activities.remove({ id: gone.id })));
    const page = await show();
    await page.press('Save backup');
    await page.shows('Download again', '.ndjson.gz');
    const link = page.all<HTMLAnchorElement>('a[download]')[0];
    expect(link?.download).to.match(/^kith-\d{4}-\d\d-\d\d\.ndjson\.gz$/);
    const file = await (await fetch(link?.href ?? '')).blob();
    expect(valueOf(await readBackup(file)).rows).to.include({ companies: 2, activities: 1 });
    expect(page.text).to.match(/\d+ rows, [\d.]+ (bytes|kB)/);
    choose(page, new File([file], 'again.ndjson.gz'));
    await page.shows('This backup is whole');
    expect(page.text)
      .to.match(/Companies 2 /)
      .and.not.to.include('Activities');
  });

  it('KE2 can be cancelled by key, and says that there is no file', async () => {
    store = endless('dump')(store);
    const page = await show();
    await page.press('Save backup');
    await page.shows('Saving the backup');
    await page.press('Cancel');
    await page.shows('Cancelled. No file was saved.');
    expect(page.all('a[download]')).to.have.length(0);
    expect(page.has('Save backup')).to.equal(true);
  });

  it('KE3 tells why it could not be made, and can be tried again', async () => {
    const whole = store;
    store = endless('dump', new Error('The disk does not answer.'))(whole);
    const page = await show();
    await page.press('Save backup');
    await page.shows('The backup could not be made. No file was saved.', 'The disk does not answer.');
    page.app.store = whole;
    await page.app.updateComplete;
    await page.press('Save backup');
    await page.shows('Download again');
  });

  it('KE4 checks a file and tells what is in it before anything is replaced', async () => {
    const file = await fileOf(await openBreventBook());
    const page = await show();
    choose(page, file);
    await page.shows('This backup is whole', 'kith-2026-11-20.ndjson', 'Made Nov 20, 2026, 10:00 AM');
    await page.shows('Companies', 'Deals 7', 'Activities', 'Pipelines 1', 'In all');
    await page.shows('It takes the place of all data');
    expect(await namesIn(store)).to.deep.equal(['Brama', 'Nordhav']);
    await page.press('Cancel');
    await page.hides('This backup is whole');
    expect(page.all('.drop')).to.have.length(1);
  });

  it('KE4 takes a file that is dropped, and one at a time', async () => {
    const file = await fileOf(store);
    const page = await show();
    drop(page, file, file);
    await page.shows('A backup is one file.');
    drop(page, file);
    await page.shows('This backup is whole');
  });

  it('KE4 is reached by key', async () => {
    const page = await show();
    await page.until(() => page.has('Save backup'), 'it is there');
    page.control('Save backup').focus();
    await sendKeys({ press: 'Tab' });
    expect(page.focused?.getAttribute('type')).to.equal('file');
  });

  it('KE5 refuses what is no whole backup of this version, and says that nothing was changed', async () => {
    const whole = await (await fileOf(store)).text();
    const page = await show();
    const refuses = async (content: BlobPart, ...words: readonly string[]): Promise<void> => {
      choose(page, new File([content], 'file.ndjson'));
      await page.shows(...words, 'Nothing was changed.');
      expect(page.all('[role=alert]')).to.have.length(1);
    };
    await refuses('%PDF-1.7', 'This file is no backup of Kith');
    await refuses(whole.slice(0, -100), 'it was cut off');
    await refuses(whole.replace('Nordhav', 'Nordhaf'), 'it was changed after it was made');
    await refuses(whole.replace(/"schema":\d+/, '"schema":99'), 'newer version of the application');
    expect(await namesIn(store)).to.deep.equal(['Brama', 'Nordhav']);
    choose(page, new File([whole], 'file.ndjson'));
    await page.shows('This backup is whole');
  });

  it('KE5 says it in the language of the page', async () => {
    const page = await show({ lang: 'zh-Hans' });
    await page.shows('保存备份');
    choose(page, new File(['%PDF-1.7'], 'offer.pdf'));
    await page.shows('此文件不是备份', '没有任何更改。');
  });

  it('KE6 asks before it replaces anything, and takes no for an answer', async () => {
    const file = await fileOf(await kept('Other'));
    const page = await show();
    choose(page, file);
    await askedToRestore(page);
    await sendKeys({ press: 'Escape' });
    await page.until(() => !dialog(page)?.open, 'the question is gone');
    await page.shows('This backup is whole');
    expect(await namesIn(store)).to.deep.equal(['Brama', 'Nordhav']);
  });

  it('KE6 lets the page stop it', async () => {
    const file = await fileOf(await kept('Other'));
    const page = await show();
    const made: string[] = [];
    page.app.addEventListener('kith-restore', (event: RestoreEvent) => {
      made.push(event.made);
      event.preventDefault();
    });
    choose(page, file);
    await askedToRestore(page);
    await sendKeys({ press: 'Tab' });
    dialog(page)?.querySelector<HTMLElement>('.danger')?.click();
    await page.shows('The page did not allow this.', 'Nothing was changed.');
    expect(made).to.have.length(1);
    expect(await namesIn(store)).to.deep.equal(['Brama', 'Nordhav']);
  });

  it('KE7 makes the data what the file holds, and what is drawn elsewhere follows', async () => {
    const other = await kept('Other', 'Another');
    const file = await fileOf(other);
    const seen: (readonly string[])[] = [];
    const watching = store
      .watch(companies.all())
      .subscribe((all) => seen.push(all.map(({ name }: { readonly name: string }) => name)));
    const page = await show();
    choose(page, file);
    await askedToRestore(page);
    dialog(page)?.querySelector<HTMLElement>('.danger')?.click();
    await page.shows('Backup restored', 'All data is as it was');
    expect(await namesIn(store)).to.have.members(['Other', 'Another']);
    await page.until(() => seen.at(-1)?.includes('Another'), 'who watches is told');
    watching.unsubscribe();
  });

  it('KE8 changes nothing when it is taken out of the document while it restores', async () => {
    const file = await fileOf(await kept('Other'));
    store = endless('restore')(store);
    const page = await show();
    choose(page, file);
    await askedToRestore(page);
    dialog(page)?.querySelector<HTMLElement>('.danger')?.click();
    await page.shows('Restoring the backup');
    page.element.remove();
    page.app.append(page.element);
    await page.shows('Choose a file');
    expect(await namesIn(store)).to.deep.equal(['Brama', 'Nordhav']);
  });

  it('KE8 changes nothing when checking is cancelled', async () => {
    const page = await show();
    const hanging = new File(['{"kith"'], 'slow.ndjson');
    hanging.stream = () => new ReadableStream();
    hanging.slice = () => hanging;
    hanging.arrayBuffer = () => new Promise(() => {});
    choose(page, hanging);
    await page.shows('Checking slow.ndjson');
    await page.press('Cancel');
    await page.shows('Cancelled. Nothing was changed.');
  });

  it('KE9 tells what failed, and whether anything was changed', async () => {
    const file = await fileOf(await kept('Other'));
    store = endless('restore', new Error('The disk does not answer.'))(store);
    const page = await show();
    choose(page, file);
    await askedToRestore(page);
    dialog(page)?.querySelector<HTMLElement>('.danger')?.click();
    await page.shows('The backup could not be restored.');
    expect(page.text).to.match(/Nothing was changed|is not known/);
  });

  it('KE21 keeps the focus in its part, and announces beginnings and ends', async () => {
    const page = await show();
    await page.press('Save backup');
    await page.shows('Download again');
    expect(page.focused?.closest('.save')).not.to.equal(null);
    expect(page.all('.save [role=status]')[0]?.textContent).to.equal('Backup saved');
  });

  for (const [name, options] of Object.entries({
    'in light': {},
    'in dark': { theme: 'dark' },
    'from right to left': { dir: 'rtl' },
    'in Chinese': { lang: 'zh-Hans' },
    'when compact': { density: 'compact' },
  } satisfies Record<string, PageOptions>)) {
    it(`KE22 has nothing that axe finds ${name}`, async () => {
      const isChinese = 'lang' in options;
      const page = await (await show(options)).shows(isChinese ? '保存备份' : 'Save a backup');
      await page.press(isChinese ? '保存备份' : 'Save backup');
      choose(page, await fileOf(store));
      await page.shows(
        isChinese ? '此备份完整无损' : 'This backup is whole',
        isChinese ? '再次下载' : 'Download again',
      );
      await expectNothingFromAxe(page.element);
    });
  }

  it('KE22 fits into 280 pixels', async () => {
    await setViewport({ width: 280, height: 900 });
    const page = await show();
    choose(page, await fileOf(store, 'a-very-long-name-of-a-file-without-any-place-to-break.ndjson'));
    await page.shows('This backup is whole');
    expect((page.element as KithElement).scrollWidth).to.be.at.most(280);
  });
});
