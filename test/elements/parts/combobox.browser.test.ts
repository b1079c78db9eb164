import { type Choice, KithCombobox } from '@kith/elements/parts';
import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { defineElement } from '../../../packages/elements/src/base/define-element.js';
import { expectNothingFromAxe } from '../../support/axe.js';
import { waitUntil } from '../../support/wait-until.js';

defineElement(KithCombobox, { prefix: 'test' });

const companies: readonly Choice[] = [
  { value: 'lumikoski', label: 'Lumikoski Oy' },
  { value: 'ludvigsen', label: 'Ludvigsen Tau ApS' },
  { value: 'lundasen', label: 'Lundåsen AB', reason: 'archived' },
  { value: 'nordhav', label: 'Nordhav', group: 'Partners' },
];

const show = async (properties: Partial<KithCombobox> = {}): Promise<KithCombobox> => {
  const combobox = document.createElement('test-combobox') as KithCombobox;
  Object.assign(combobox, { id: 'company', name: 'company', choices: companies }, properties);
  await fixture(
    html`<form><fieldset><label for="company">Company</label>${combobox}<p id="why">Who buys.</p><button>Save</button></fieldset></form>`,
  );
  await combobox.updateComplete;
  return combobox;
};

const root = (combobox: KithCombobox): ShadowRoot => combobox.renderRoot as ShadowRoot;
const inputOf = (combobox: KithCombobox): HTMLInputElement => root(combobox).querySelector('input') as HTMLInputElement;
const lines = (combobox: KithCombobox): string[] =>
  [...root(combobox).querySelectorAll('[role=option]')].map(
    (line) => line.textContent?.replace(/\s+/g, ' ').trim() ?? '',
  );
const active = (combobox: KithCombobox): string | undefined => {
  const id = inputOf(combobox).getAttribute('aria-activedescendant');
  return id ? root(combobox).getElementById(id)?.querySelector('.choice-label')?.textContent?.trim() : undefined;
};
const status = (combobox: KithCombobox): string | null | undefined =>
  root(combobox).querySelector('[role=status]')?.textContent;
const isOpen = (combobox: KithCombobox): boolean => inputOf(combobox).getAttribute('aria-expanded') === 'true';
const sent = (combobox: KithCombobox): unknown[] => new FormData(combobox.form as HTMLFormElement).getAll('company');
const press = async (combobox: KithCombobox, ...keys: string[]): Promise<void> => {
  for (const key of keys) {
    await sendKeys({ press: key });
    await combobox.updateComplete;
  }
};
const type = async (combobox: KithCombobox, text: string): Promise<void> => {
  combobox.focus();
  await sendKeys({ type: text });
  await combobox.updateComplete;
};

describe('a combobox', () => {
  it('PT30 finds by the beginnings of words, whatever accents, and is named by its label', async () => {
    const combobox = await show();
    await type(combobox, 'lunda');
    expect(lines(combobox)).to.deep.equal(['Lundåsen AB archived']);
    inputOf(combobox).select();
    await type(combobox, 'tau');
    expect(lines(combobox)).to.deep.equal(['Ludvigsen Tau ApS']);
    expect(status(combobox)).to.equal('1 choice');
    expect(inputOf(combobox).getAttribute('aria-label')).to.equal('Company');
    await expectNothingFromAxe(combobox);
  });

  it('PT31 is worked by key: Down, Up around the ends, Enter, Escape, Escape', async () => {
    const changes: string[] = [];
    const combobox = await show();
    combobox.addEventListener('change', () => changes.push(combobox.value));
    combobox.focus();
    await press(combobox, 'ArrowDown');
    expect(isOpen(combobox)).to.equal(true);
    expect(active(combobox)).to.equal(undefined);
    await press(combobox, 'ArrowUp');
    expect(active(combobox)).to.equal('Nordhav');
    await press(combobox, 'ArrowDown', 'ArrowDown', 'Enter');
    expect(changes).to.deep.equal(['ludvigsen']);
    expect(inputOf(combobox).value).to.equal('Ludvigsen Tau ApS');
    expect(isOpen(combobox)).to.equal(false);
    inputOf(combobox).select();
    await type(combobox, 'nor');
    await press(combobox, 'Escape');
    expect(isOpen(combobox)).to.equal(false);
    await press(combobox, 'Escape');
    expect(inputOf(combobox).value).to.equal('Ludvigsen Tau ApS');
    expect(sent(combobox)).to.deep.equal(['ludvigsen']);
  });

  it('PT31 says why a choice cannot be taken, and does not take it', async () => {
    const combobox = await show();
    await type(combobox, 'lund');
    await press(combobox, 'ArrowDown', 'Enter');
    expect(combobox.value).to.equal('');
    expect(isOpen(combobox)).to.equal(true);
    expect(root(combobox).querySelector('[aria-disabled=true]')?.textContent).to.include('archived');
  });

  it('PT31 forgets half a word when it is left, and an emptied field means none', async () => {
    const combobox = await show({ chosen: companies.slice(0, 1) });
    combobox.focus();
    inputOf(combobox).select();
    await type(combobox, 'nor');
    inputOf(combobox).blur();
    await combobox.updateComplete;
    expect(inputOf(combobox).value).to.equal('Lumikoski Oy');
    combobox.focus();
    inputOf(combobox).select();
    await press(combobox, 'Delete');
    inputOf(combobox).blur();
    await combobox.updateComplete;
    expect(combobox.value).to.equal('');
    expect(sent(combobox)).to.deep.equal([]);
  });

  it('PT32 chooses nothing by the Enter that ends a composed word', async () => {
    const combobox = await show();
    await type(combobox, 'lu');
    await press(combobox, 'ArrowDown');
    let isSent = false;
    combobox.form?.addEventListener('submit', (event) => {
      event.preventDefault();
      isSent = true;
    });
    inputOf(combobox).dispatchEvent(
      new KeyboardEvent('keydown', {
        key: 'Enter',
        isComposing: true,
        bubbles: true,
        composed: true,
        cancelable: true,
      }),
    );
    inputOf(combobox).dispatchEvent(
      new KeyboardEvent('keydown', { key: 'Enter', keyCode: 229, bubbles: true, composed: true, cancelable: true }),
    );
    await combobox.updateComplete;
    expect([combobox.value, isOpen(combobox), isSent]).to.deep.equal(['', true, false]);
    await press(combobox, 'Enter');
    expect(combobox.value).to.equal('lumikoski');
    await press(combobox, 'Enter');
    expect(isSent).to.equal(true);
  });

  it('PT33 takes several, drops them by their cross or by Backspace, and sends one entry each', async () => {
    const combobox = await show({ isMultiple: true });
    await type(combobox, 'lu');
    await press(combobox, 'ArrowDown', 'Enter');
    expect(isOpen(combobox)).to.equal(true);
    await type(combobox, 'nor');
    await press(combobox, 'ArrowDown', 'Enter');
    expect(sent(combobox)).to.deep.equal(['lumikoski', 'nordhav']);
    await press(combobox, 'Backspace');
    expect(sent(combobox)).to.deep.equal(['lumikoski']);
    root(combobox).querySelector<HTMLElement>('[aria-label="Remove Lumikoski Oy"]')?.click();
    await combobox.updateComplete;
    expect(sent(combobox)).to.deep.equal([]);
    expect(root(combobox).activeElement).to.equal(inputOf(combobox));
    await expectNothingFromAxe(combobox);
  });

  it('PT34 creates what is not there: from the list, or with Ctrl and Enter', async () => {
    const combobox = await show({ create: async (text) => ({ value: text.toLowerCase(), label: text }) });
    await type(combobox, 'Nordhav');
    expect(lines(combobox)).to.deep.equal(['Nordhav']);
    await type(combobox, 'n');
    expect(lines(combobox)).to.deep.equal(['Create “Nordhavn”']);
    await press(combobox, 'ArrowDown', 'Enter');
    await waitUntil(() => combobox.value === 'nordhavn');
    inputOf(combobox).select();
    await type(combobox, 'Alps');
    await press(combobox, 'Control+Enter');
    await waitUntil(() => combobox.value === 'alps');
  });

  it('PT35 searches elsewhere: says that it looks, what it found and that it failed, and only the last search counts', async () => {
    const asked: { text: string; signal: AbortSignal; resolve(found: readonly Choice[]): void; reject(): void }[] = [];
    const search = (text: string, signal: AbortSignal) =>
      new Promise<readonly Choice[]>((resolve, reject) =>
        asked.push({ text, signal, resolve, reject: () => reject(new TypeError('offline')) }),
      );
    const combobox = await show({ search });
    await type(combobox, 'lu');
    await waitUntil(() => asked.at(-1)?.text === 'lu');
    expect(status(combobox)).to.equal('Looking…');
    const first = asked.at(-1);
    await type(combobox, 'm');
    await waitUntil(() => asked.at(-1)?.text === 'lum');
    expect(first?.signal.aborted).to.equal(true);
    first?.resolve(companies);
    asked.at(-1)?.resolve(companies.slice(0, 1));
    await waitUntil(() => status(combobox) === '1 choice');
    await type(combobox, 'x');
    await waitUntil(() => asked.at(-1)?.text === 'lumx');
    asked.at(-1)?.resolve([]);
    await waitUntil(() => status(combobox) === 'Nothing found for “lumx”.');
    await type(combobox, 'y');
    await waitUntil(() => asked.at(-1)?.text === 'lumxy');
    asked.at(-1)?.reject();
    await waitUntil(() => status(combobox) === 'The choices could not be loaded.');
    const count = asked.length;
    root(combobox).querySelector<HTMLElement>('.choices-again')?.click();
    await waitUntil(() => asked.length > count);
    asked.at(-1)?.resolve(companies.slice(0, 1));
    await waitUntil(() => lines(combobox).length === 1);
  });

  it('PT10 is required, reset, restored and disabled by its form', async () => {
    const combobox = await show({ required: true, chosen: [] });
    expect(combobox.validity.valueMissing).to.equal(true);
    expect(combobox.form?.checkValidity()).to.equal(false);
    combobox.formStateRestoreCallback(JSON.stringify(companies.slice(1, 2)));
    await combobox.updateComplete;
    expect(inputOf(combobox).value).to.equal('Ludvigsen Tau ApS');
    expect(combobox.form?.checkValidity()).to.equal(true);
    combobox.form?.reset();
    await combobox.updateComplete;
    expect([combobox.value, inputOf(combobox).value]).to.deep.equal(['', '']);
    (combobox.closest('fieldset') as HTMLFieldSetElement).disabled = true;
    await combobox.updateComplete;
    expect(inputOf(combobox).disabled).to.equal(true);
    expect(sent(combobox)).to.deep.equal([]);
  });
});
