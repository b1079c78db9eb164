import '@kith/elements/define';
import type { Id, Problem } from '@kith/core';
import { type DetailedDeal, withDetails } from '@kith/core/deals';
import type { KithElement } from '@kith/elements';
import { type Command, deals, type Store } from '@kith/store';
import { addLine, editLine, setAmount } from '@kith/store/deals';
import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { html } from 'lit';
import { openBreventBook } from '../../../stories/books/brevent.js';
import { expectNothingFromAxe } from '../../support/axe.js';
import { ask, valueOf } from '../../support/book.js';
import { type PageOptions, type RecordDriver, showRecord } from '../../support/record-driver.js';
import { withRule } from '../../support/rule.js';

const ID = 'deal_clienteling' as Id<'deal'>;
const CLIENTELING = 'product_clienteling' as Id<'product'>;
const BOOK = 'priceBook_retail' as Id<'priceBook'>;

describe('the line items of a deal', () => {
  let store: Store;
  const show = (options: PageOptions = {}): Promise<RecordDriver> =>
    showRecord(store, html`<kith-deal-panel .deal=${ID}></kith-deal-panel>`, options);
  const read = async (): Promise<DetailedDeal | undefined> => {
    const deal = await ask(store, deals.byId(ID));
    return deal && withDetails(deal);
  };
  const until = async (matches: (deal: DetailedDeal) => boolean): Promise<void> => {
    for (;;) {
      const deal = await read();
      if (deal && matches(deal)) return;
      await new Promise(requestAnimationFrame);
    }
  };
  const root = (panel: RecordDriver): ShadowRoot => (panel.element as KithElement).shadowRoot as ShadowRoot;
  const part = <Found extends HTMLElement>(panel: RecordDriver, selector: string): Found | null =>
    root(panel).querySelector<Found>(selector);
  const names = (panel: RecordDriver): readonly string[] =>
    [...root(panel).querySelectorAll('.line .record-link, .line-name')].map((name) => name.textContent?.trim() ?? '');
  const fill = (panel: RecordDriver, name: string, value: string): void => {
    (part(panel, `.line-form [name=${name}]`) as HTMLInputElement).value = value;
  };
  const submit = (panel: RecordDriver): void => part<HTMLFormElement>(panel, '.line-form')?.requestSubmit();
  const choose = async (panel: RecordDriver, line: number, label: string): Promise<void> => {
    [...root(panel).querySelectorAll<HTMLElement>('.line > .button')][line]?.click();
    const find = (): HTMLElement | undefined =>
      [...root(panel).querySelectorAll<HTMLElement>('.menu:popover-open .menu-item')].find(
        (item) => item.querySelector('bdi')?.textContent?.trim() === label,
      );
    await panel.until(find, `the menu offers ${label}`);
    find()?.click();
  };

  beforeEach(async () => {
    await setViewport({ width: 1000, height: 900 });
    store = await openBreventBook();
    // Without an amount of its own, the deal's amount follows its lines.
    valueOf(await store.run(setAmount({ id: ID, amount: null })));
    const first = { productId: CLIENTELING, priceBookId: BOOK, quantity: 3, discount: { percent: 10 } };
    valueOf(await store.run(addLine({ id: ID, line: first })));
    valueOf(
      await store.run(addLine({ id: ID, line: { productId: 'product_onboarding' as Id<'product'>, quantity: 1 } })),
    );
  });

  it('LI1 shows what it is made of and what that comes to, to the unit', async () => {
    // 3 × 2,399.95 − 10 % = 7,199.85 − 719.99 (half up) = 6,479.86 + 3,600; 20 % of each line: 1,295.97 + 720.
    const panel = await (await show()).shows(
      '3 × €2,399.95 · −10% · Tax 20%',
      '€6,479.86',
      '€10,079.86',
      '€2,015.97',
      '€12,095.83',
    );
    expect(names(panel)).to.deep.equal(['Clienteling for stores', 'Onboarding, 3 days']);
    expect((await read())?.amount?.minor).to.equal(1_007_986);
    await expectNothingFromAxe(panel.element);
  });

  it('LI2 adds a line from a price book, and one by hand', async () => {
    const panel = await (await show()).shows('Onboarding');
    part(panel, '[data-line=add]')?.click();
    await panel.until(() => part(panel, 'kith-combobox'), 'products can be chosen');
    const product = part<HTMLElement & { chosen: unknown; choices: readonly { value: string }[] }>(
      panel,
      'kith-combobox',
    );
    await panel.until(() => (product?.choices.length ?? 0) > 0, 'products are there');
    submit(panel);
    await panel.shows('Choose a product.');
    if (product) product.chosen = product.choices.filter(({ value }) => value === CLIENTELING);
    await (panel.element as KithElement).updateComplete;
    fill(panel, 'quantity', '2');
    await panel.until(
      () => new FormData(part<HTMLFormElement>(panel, '.line-form') as HTMLFormElement).get('product') === CLIENTELING,
      'it is chosen',
    );
    submit(panel);
    await until(({ items }) => items?.lines.length === 3);
    await panel.until(() => !part(panel, '.line-form'), 'the form is closed');
    part(panel, '[data-line=add]')?.click();
    await panel.until(
      () => panel.all('button').some((each) => each.textContent?.trim() === 'By hand'),
      'it can be by hand',
    );
    panel.control('By hand').click();
    await panel.until(() => part(panel, 'kith-money-input'), 'a price can be written');
    fill(panel, 'name', 'Travel');
    Object.assign(part(panel, 'kith-money-input') ?? {}, { value: { minor: 12_050, currency: 'EUR' } });
    submit(panel);
    await panel.shows('Travel', '€120.50');
    expect((await read())?.items?.lines.at(-1)).to.deep.include({ name: 'Travel', quantity: 1 });
  });

  it('LI3 changes a line in its place; what is refused says why and stays', async () => {
    store = withRule(store, ({ type, input }: Command): Problem | undefined =>
      type === 'deals/editLine' && JSON.stringify(input).includes('"quantity":7')
        ? { code: 'house/too-many', message: 'Seven is too many.' }
        : undefined,
    );
    const panel = await (await show()).shows('Onboarding');
    await choose(panel, 0, 'Edit');
    await panel.until(() => part(panel, '.line-form [name=quantity]'), 'the line is a form');
    fill(panel, 'quantity', 'many');
    submit(panel);
    await panel.shows('Write a number in digits.');
    fill(panel, 'quantity', '7');
    submit(panel);
    await panel.shows('Seven is too many.');
    fill(panel, 'quantity', '1.5');
    fill(panel, 'discount', '');
    submit(panel);
    await until(({ items }) => items?.lines[0]?.quantity === 1.5 && !items.lines[0].discount);
    await panel.shows('1.5 × €2,399.95 · Tax 20%');
  });

  it('LI7 tells what somebody else has made of a line, and keeps it where nothing else was typed', async () => {
    const panel = await (await show()).shows('Onboarding');
    await choose(panel, 1, 'Edit');
    await panel.until(() => part(panel, '.line-form [name=quantity]'), 'the line is a form');
    fill(panel, 'name', 'Onboarding in Annecy');
    const line = (await read())?.items?.lines[1];
    if (!line) throw new Error('There is a second line.');
    const theirs = { quantity: 4, price: { minor: 250_000, currency: 'EUR' } };
    valueOf(await store.run(editLine({ id: ID, lineId: line.id, changes: theirs })));
    await panel.until(() => part(panel, '.line-form [data-conflict=mine]'), 'it is told');
    submit(panel);
    part(panel, '.line-form [data-conflict=mine]')?.click();
    await until(({ items }) => items?.lines[1]?.name === 'Onboarding in Annecy');
    expect((await read())?.items?.lines[1]).to.deep.equal({ ...line, ...theirs, name: 'Onboarding in Annecy' });
  });

  it('LI4 puts lines in another order and takes them away, with an undo', async () => {
    const panel = await (await show()).shows('Onboarding');
    await choose(panel, 1, 'Move up');
    await panel.until(() => names(panel)[0] === 'Onboarding, 3 days', 'it is the first');
    await choose(panel, 0, 'Remove');
    await panel.until(() => names(panel).length === 1, 'it is gone');
    valueOf(await store.undo());
    await panel.until(() => names(panel).length === 2, 'it is back');
  });

  it('LI5 says when the amount was set by hand, and has it follow on demand', async () => {
    valueOf(await store.run(setAmount({ id: ID, amount: { minor: 900_000, currency: 'EUR' } as never })));
    const panel = await (await show()).shows('was set by hand');
    panel.control('Follow the lines').click();
    await until(({ amount }) => amount?.minor === 1_007_986);
    await panel.hides('was set by hand');
  });

  it('LI5 leaves the lines of a closed deal as they are', async () => {
    valueOf(await store.run(deals.lose({ id: ID, lossReason: 'Price' } as never)));
    const panel = await (await show()).shows('Onboarding', '€12,095.83');
    expect(part(panel, '[data-line=add], .line > .button')).to.equal(null);
  });
});
