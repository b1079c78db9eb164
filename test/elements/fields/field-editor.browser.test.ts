import '@kith/elements/define';
import { memoryAdapter } from '@kith/adapters';
import { deals, openStore, type Store } from '@kith/store';
import * as fields from '@kith/store/fields';
import { expect } from '@open-wc/testing';
import { sendKeys, sendMouse, setViewport } from '@web/test-runner-commands';
import { openFieldsBook } from '../../../stories/books/fields-book.js';
import { type FieldsPageOptions, withTrouble } from '../../../stories/books/fields-page.js';
import { expectNothingFromAxe } from '../../support/axe.js';
import { ask, valueOf } from '../../support/book.js';
import { type FieldEditorDriver, showFields } from '../../support/field-editor-driver.js';

const ORDER = 'budget channel approver reference seats perSeat';

describe('the fields of a kind', () => {
  let store: Store;
  const show = async (options: Parameters<typeof showFields>[1] = {}): Promise<FieldEditorDriver> => {
    store = await openFieldsBook();
    return (await showFields(store, options)).ordered(ORDER);
  };

  before(async () => {
    await setViewport({ width: 1000, height: 900 });
  });

  it('FE1 shows its own fields in their order, and marks those that are not to be changed', async () => {
    store = await openStore({
      adapter: memoryAdapter(),
      fields: fields.customFields({ fields: [{ on: 'deal', name: 'plan', type: 'text', labels: { en: 'Plan' } }] }),
    });
    valueOf(await store.run(fields.define({ on: 'deal', name: 'mine', type: 'boolean', labels: { en: 'Mine' } })));
    const editor = await (await showFields(store)).ordered('mine');
    await editor.shows('Fields of deals', 'Plan', 'Declared in code', 'Built in', 'Expected close');
    expect(editor.has('Remove Mine')).to.equal(true);
    expect(editor.has('Remove Plan')).to.equal(false);
    expect(editor.all('.built-in button')).to.have.length(0);
    // What others define is there at once.
    valueOf(await store.run(fields.define({ on: 'deal', name: 'late', type: 'day', labels: { en: 'Late' } })));
    await editor.shows('Late');
  });

  it('FE2 puts a field elsewhere by keys and buttons, and the focus goes along', async () => {
    const editor = await show();
    editor.control('Move Channel').focus();
    await sendKeys({ press: 'ArrowDown' });
    await editor.ordered('budget approver channel reference seats perSeat');
    await editor.until(() => editor.focused?.getAttribute('aria-label') === 'Move Channel', 'the grip has the focus');
    expect(editor.announced).to.equal('Channel is 3 of 6 now');
    await sendKeys({ press: 'End' });
    await editor.ordered('budget approver reference seats perSeat channel');
    await editor.press('Move Channel up');
    await editor.ordered('budget approver reference seats channel perSeat');
    await editor.until(() => editor.focused?.getAttribute('aria-label') === 'Move Channel up', 'the button has it');
    expect(editor.all('[aria-label="Move Budget up"]')[0]?.getAttribute('aria-disabled')).to.equal('true');
  });

  it('FE2 carries a field to another place by its grip, though rows are drawn anew; Escape puts it back', async () => {
    const editor = await show();
    const middle = (name: string): [number, number] => {
      const { left, top, height } = editor.control(name).getBoundingClientRect();
      return [Math.round(left + 8), Math.round(top + height / 2)];
    };
    const carry = async (name: string, to: string): Promise<void> => {
      await sendMouse({ type: 'move', position: middle(name) });
      await sendMouse({ type: 'down' });
      const [x, y] = middle(to);
      await sendMouse({ type: 'move', position: [x, y - 12] });
      editor.editor.requestUpdate();
      await editor.until(() => editor.root.querySelector('.carried'), 'it is carried');
    };
    await carry('Move Seats', 'Move Channel');
    expect(editor.root.querySelector('.before')?.getAttribute('data-key')).to.equal('channel');
    await sendMouse({ type: 'up' });
    await editor.ordered('budget seats channel approver reference perSeat');
    await carry('Move Seats', 'Move Share of the budget');
    await sendKeys({ press: 'Escape' });
    await sendMouse({ type: 'up' });
    await editor.until(() => !editor.root.querySelector('.carried'), 'nothing is carried');
    expect(editor.names).to.equal('budget seats channel approver reference perSeat');
  });

  it('FE9 takes changes back one after the other by Ctrl+Z', async () => {
    const editor = await show();
    editor.control('Move Budget').focus();
    await sendKeys({ press: 'End' });
    await editor.ordered('channel approver reference seats perSeat budget');
    await editor.until(() => editor.focused?.getAttribute('aria-label') === 'Move Budget', 'the focus is there');
    await sendKeys({ press: 'ArrowUp' });
    await editor.ordered('channel approver reference seats budget perSeat');
    await editor.until(() => editor.announced.includes('5 of 6'), 'it is told');
    await editor.until(() => editor.focused?.getAttribute('aria-label') === 'Move Budget', 'the focus went along');
    for (const order of ['channel approver reference seats perSeat budget', ORDER]) {
      await sendKeys({ press: 'Control+z' });
      await editor.ordered(order);
    }
  });

  it('FE8 removes a field and keeps its values; erasing them asks for the name', async () => {
    const editor = await show();
    const values = async (): Promise<readonly unknown[]> =>
      (await ask(store, { ask: 'rows', collection: deals.collection })).map(
        ({ customFields }) => customFields?.['seats'],
      );
    editor.click('Remove Seats');
    await editor.shows('3 records have a value.');
    editor.click('Remove field');
    await editor.closed();
    await editor.ordered('budget channel approver reference perSeat');
    expect((await values()).filter(Boolean)).to.have.length(3);
    editor.click('Undo');
    await editor.ordered(ORDER);

    editor.click('Remove Seats');
    await editor.until(() => editor.root.querySelector('dialog [value="erase"]'), 'the question is there');
    editor.root.querySelector<HTMLInputElement>('dialog [value="erase"]')?.click();
    await editor.shows('This cannot be undone', 'Write “seats” to confirm');
    const button = (): HTMLButtonElement => editor.control('Remove and erase');
    expect(button().disabled).to.equal(true);
    await editor.fill('erase-name', 'Seats!');
    expect(button().disabled).to.equal(true);
    await editor.fill('erase-name', 'seats');
    button().click();
    await editor.shows('The values of 3 rows are gone');
    editor.click('Done');
    await editor.closed();
    expect((await values()).filter(Boolean)).to.have.length(0);
    expect(editor.has('Undo')).to.equal(false);

    // One that others need stays.
    editor.click('Remove Budget');
    await editor.until(() => editor.has('Remove field'), 'the question is there');
    editor.click('Remove field');
    await editor.shows('Other fields need it as it is.');
  });

  it('FE10 tells what stands in the way of showing or changing fields', async () => {
    const trouble = async (book: NonNullable<FieldsPageOptions['book']>): Promise<FieldEditorDriver> =>
      showFields(withTrouble(await openFieldsBook({ isEmpty: book === 'empty' }), book));
    await (await trouble('empty')).shows('No fields of your own yet', 'Built in');
    await (await trouble('forbidden')).shows('You may not see this');
    const readOnly = await trouble('read-only');
    await readOnly.shows('You may look at the fields, not change them.', 'Budget');
    expect(readOnly.has('Add field')).to.equal(false);
    expect(readOnly.all('.grip')).to.have.length(0);

    let isBroken = true;
    const book = await openFieldsBook();
    const broken = withTrouble(book, 'unreachable');
    const failing = await showFields({
      ...book,
      watch: ((query: never) => (isBroken ? broken : book).watch(query)) as Store['watch'],
    });
    await failing.shows('The fields cannot be read');
    isBroken = false;
    failing.click('Try again');
    await failing.ordered(ORDER);

    await (await showFields(new Promise<Store>(() => {}))).until(() => true, 'it is drawn');
    await (await showFields(await openFieldsBook(), { of: 'planet' })).shows('There is no such kind');
    await (await showFields(await openStore({ adapter: memoryAdapter() }))).shows('This store has no custom fields');

    const offline = await show();
    Object.defineProperty(navigator, 'onLine', { value: false, configurable: true });
    dispatchEvent(new Event('offline'));
    await offline.shows('There is no connection.');
    Reflect.deleteProperty(navigator, 'onLine');
    dispatchEvent(new Event('online'));
    await offline.hides('There is no connection.');
  });

  it('FE13 is Chinese in Chinese', async () => {
    const editor = await show({ lang: 'zh-Hans' });
    await editor.shows('商机的字段', '添加字段', '预算', '有时必填');
    await editor.openField('channel');
    await editor.shows('选项', '其他语言', '在表单中');
    const english = editor.text
      .replace(/[a-z]+[A-Z]\w*|budget|channel|approver|reference|seats|fair/g, '')
      .match(/\b[A-Za-z]{4,}\b/g);
    expect(
      (english ?? []).filter((word) => !['Kith', 'customFields'].includes(word) && !/^[a-z.]+$/.test(word)),
    ).to.deep.equal([]);
  });

  it('FE13 axe finds nothing to object to', async () => {
    const editor = await show();
    await expectNothingFromAxe(editor.editor);
    for (const name of ['channel', 'perSeat', 'approver']) {
      await editor.openField(name);
      await expectNothingFromAxe(editor.editor);
      editor.click('Cancel');
      await editor.closed();
    }
    editor.click('Remove Seats');
    await editor.until(() => editor.dialog?.open, 'the question is there');
    await expectNothingFromAxe(editor.editor);
  });
});
