import '@kith/elements/define';
import type { FieldDefinition } from '@kith/core/fields';
import { companies, deals, type Store } from '@kith/store';
import * as fields from '@kith/store/fields';
import { expect } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import { openFieldsBook } from '../../../stories/books/fields-book.js';
import { ask, valueOf } from '../../support/book.js';
import { type FieldEditorDriver, showFields } from '../../support/field-editor-driver.js';
import { waitUntil } from '../../support/wait-until.js';

/** Until the book is so. */
const until = (state: () => Promise<unknown>, what: string): Promise<void> => waitUntil(state, what);

const ORDER = 'budget channel approver reference seats perSeat';

describe('the form of a field', () => {
  let store: Store;
  const stored = async (name: string, on = 'deal'): Promise<FieldDefinition | undefined> =>
    (await ask(store, fields.definitions())).find(({ definition }) => definition.on === on && definition.name === name)
      ?.definition;
  const show = async (options: Parameters<typeof showFields>[1] = {}): Promise<FieldEditorDriver> => {
    store = await openFieldsBook();
    return (await showFields(store, options)).ordered(ORDER);
  };

  before(async () => {
    await setViewport({ width: 1000, height: 900 });
  });

  it('FE3 adds a field whose name comes from its label, and FE9 takes it back', async () => {
    const editor = await show();
    await editor.openField();
    editor.save();
    await editor.shows('Say what people call it.');
    await editor.fill('field-label', 'Seats');
    await editor.shows('seats2');
    await editor.fill('field-type', 'number');
    await editor.fill('field-least', '1');
    editor.save();
    await editor.closed();
    await editor.ordered(`seats2 ${ORDER}`);
    expect(await stored('seats2')).to.deep.equal({
      on: 'deal',
      name: 'seats2',
      type: 'number',
      labels: { en: 'Seats' },
      least: 1,
    });
    expect(editor.toast).to.include('Seats was added');
    await editor.openField('seats2');
    await editor.fill('field-label', 'Places');
    editor.save();
    await editor.closed();
    expect(await stored('seats2')).to.deep.include({ name: 'seats2', labels: { en: 'Places' } });
    editor.click('Undo');
    await until(async () => (await stored('seats2'))?.labels['en'] === 'Seats', 'the label is back');
    await editor.ordered(`seats2 ${ORDER}`);
    await editor.until(() => editor.has('Undo'), 'there is more to undo');
    editor.click('Undo');
    await editor.ordered(ORDER);
  });

  it('FE4 renames an option and keeps what rows hold; one that rows hold is retired', async () => {
    const editor = await show();
    await editor.openField('channel');
    await editor.fill('option-0', 'Exhibition');
    expect(editor.has('Remove Website')).to.equal(false);
    editor.click('Retire Website: rows keep it, nobody chooses it anew');
    editor.click('Add option');
    await editor.until(() => editor.focused?.id === 'option-4', 'the new option has the focus');
    await editor.fill('option-4', 'Phone');
    editor.control('Move Phone').focus();
    await sendKeys({ press: 'Home' });
    await editor.until(() => editor.all('[data-order="options"] li')[0]?.dataset['key'] !== 'fair', 'it is first');
    await editor.fill('field-default', '');
    editor.save();
    await editor.closed();
    expect(
      (await stored('channel'))?.options?.map(({ value, labels, retired }) => [value, labels?.['en'], retired]),
    ).to.deep.equal([
      ['Phone', 'Phone', undefined],
      ['fair', 'Exhibition', undefined],
      ['web', 'Website', true],
      ['partner', 'Partner', undefined],
      ['fax', 'Fax', true],
    ]);
    const rows = await ask(store, { ask: 'rows', collection: deals.collection });
    expect(rows.every(({ customFields }) => customFields?.['channel'] === 'fair')).to.equal(true);
  });

  it('FE5 marks a mistake at its character, offers names, and shows the result on real rows', async () => {
    const editor = await show();
    await editor.openField('perSeat');
    await editor.shows('Comes to: Money', '€18,300', 'Fleet telematics pilot');
    await editor.fill('formula', 'budget * 2 + budgte');
    await editor.shows('Character 14', 'Did you mean "budget"');
    expect(editor.root.querySelector('mark')?.textContent).to.equal('budgte');
    editor.save();
    await editor.until(() => editor.focused?.id === 'formula', 'the formula has the focus');
    expect((await stored('perSeat'))?.formula).to.equal('budget * 30 / 100');

    await editor.fill('formula', '');
    await editor.type('bud');
    const area = editor.root.querySelector('#formula') as HTMLTextAreaElement;
    const active = (): string =>
      editor.root.querySelector(`#${area.getAttribute('aria-activedescendant')}`)?.textContent ?? '';
    expect(active()).to.include('budget');
    await sendKeys({ press: 'Enter' });
    expect(area.value).to.equal('budget');
    await editor.type(' * rou');
    expect(active()).to.include('round(');
    await sendKeys({ press: 'Escape' });
    expect(area.getAttribute('aria-activedescendant')).to.equal(null);
    expect(editor.dialog?.open).to.equal(true);
    await editor.type('n');
    await sendKeys({ press: 'Tab' });
    await editor.type('2.4)');
    expect(area.value).to.equal('budget * round(2.4)');
    await editor.shows('€122,000');
    editor.save();
    await editor.closed();
    await until(async () => {
      const rows = await ask(store, { ask: 'rows', collection: deals.collection });
      return rows.some(({ customFields }) => Reflect.get(Object(customFields?.['perSeat']), 'minor') === 12_200_000);
    }, 'rows have followed');
  });

  it('FE6 says what another type means for the rows before it is done, and reports it afterwards', async () => {
    const editor = await show();
    await editor.openField('seats');
    await editor.fill('field-type', 'number');
    await editor.shows('3 of 3 values would not fit', '“about 25”', 'Change it, 3 rows do not fit');
    expect((await stored('seats'))?.type).to.equal('text');
    await editor.fill('field-type', 'longText');
    await editor.shows('The values of all 3 rows fit.');
    await editor.fill('field-type', 'number');
    await editor.until(() => editor.mainLabel === 'Change it, 3 rows do not fit', 'it is counted again');
    editor.save();
    await editor.closed();
    await editor.shows('Seats: 3 rows have values that do not fit.');
    const rows = await ask(store, { ask: 'rows', collection: deals.collection });
    expect(rows.map(({ customFields }) => customFields?.['seats']).sort()).to.deep.equal(['12', '40', 'about 25']);
    editor.click('Dismiss');
    await editor.hides('do not fit');
  });

  it('FE7 asks where somebody else has changed the field meanwhile', async () => {
    const editor = await show();
    const theirs = { on: 'deal', name: 'seats', type: 'text', labels: { en: 'Places' } } as const;
    await editor.openField('seats');
    await editor.fill('field-label', 'Licences');
    valueOf(await store.run(fields.define(theirs)));
    await editor.shows('Somebody has changed Seats meanwhile.');
    editor.save();
    await editor.shows('Somebody has changed Seats meanwhile.');
    expect((await stored('seats'))?.labels).to.deep.equal({ en: 'Places' });
    editor.click('Keep mine');
    await editor.hides('meanwhile');
    editor.save();
    await editor.closed();
    expect((await stored('seats'))?.labels['en']).to.equal('Licences');

    await editor.openField('seats');
    await editor.fill('field-label', 'Chairs');
    valueOf(await store.run(fields.define(theirs)));
    await editor.until(() => editor.has('Take theirs'), 'it is asked');
    editor.click('Take theirs');
    await editor.until(
      () => (editor.root.querySelector('#field-label') as HTMLInputElement)?.value === 'Places',
      'theirs is there',
    );
  });

  it('FE11 makes a field required where conditions hold', async () => {
    const editor = await show();
    await editor.openField('approver');
    await editor.shows('Budget', '100,000 or more');
    editor.click('Remove the filter on Budget');
    editor.save();
    await editor.shows('Add a condition, or choose');
    editor.root.querySelector<HTMLElement>('[data-conditions="required-when"]')?.click();
    await editor.until(
      () => editor.all('.menu-item').some(({ textContent }) => textContent?.includes('Channel')),
      'fields are offered',
    );
    editor
      .all('.menu-item')
      .find(({ textContent }) => textContent?.includes('Channel'))
      ?.click();
    await editor.until(() => editor.root.querySelector('.filter-form'), 'the form is there');
    editor.all('.filter-options input')[1]?.click();
    await editor.until(() => !(editor.control('Apply') as HTMLButtonElement).disabled, 'it can be applied');
    editor.click('Apply');
    editor.save();
    await editor.closed();
    expect((await stored('approver'))?.required).to.deep.equal({
      field: 'customFields.channel',
      is: 'in',
      value: ['web'],
    });

    valueOf(
      await store.run(
        fields.define({
          on: 'deal',
          name: 'approver',
          type: 'text',
          labels: { en: 'Approved by' },
          required: { or: [{ field: 'name', is: 'eq', value: 'x' }] },
        }),
      ),
    );
    await until(async () => (await stored('approver'))?.required !== undefined, 'it is stored');
    await editor.openField('approver');
    await editor.shows('Written in code.');
    await editor.shows('Name is “x”');
  });

  it('FE12 puts a roll-up together, and says at its part what does not fit', async () => {
    store = await openFieldsBook();
    const editor = await (await showFields(store, { of: 'company' })).ordered('pipelineValue');
    await editor.openField();
    await editor.fill('field-label', 'Biggest deal');
    await editor.fill('field-type', 'rollUp');
    await editor.fill('roll-up-of', 'deal');
    await editor.fill('roll-up-take', 'max');
    editor.save();
    await editor.until(() => editor.root.querySelector('#roll-up-field-note'), 'the field is asked for');
    await editor.fill('roll-up-field', 'customFields.budget');
    await editor.shows('€61,000');
    editor.save();
    await editor.closed();
    await until(async () => {
      const [row] = await ask(store, companies.all());
      return JSON.stringify(row?.customFields?.['biggestDeal'] ?? '').includes('6100000');
    }, 'the row has it');
  });

  it('FE14 shows every type as a form asks for it', async () => {
    const editor = await show();
    await editor.openField();
    await editor.fill('field-label', 'Anything');
    const control = (): string =>
      editor.root.querySelector('#field-preview')?.localName ??
      editor.root.querySelector('.form-preview input')?.getAttribute('type') ??
      '';
    const expected = {
      text: 'input',
      longText: 'textarea',
      number: 'input',
      money: 'kith-money-input',
      day: 'kith-day-input',
      boolean: 'checkbox',
      choice: 'select',
      choices: 'kith-combobox',
      url: 'input',
      user: 'kith-combobox',
    };
    for (const [type, name] of Object.entries(expected)) {
      await editor.fill('field-type', type);
      await editor.until(() => control() === name, `${type} is asked for by ${name}, not ${control()}`);
      expect(editor.root.querySelector('.form-preview')?.textContent).to.include('Anything');
    }
  });
});
