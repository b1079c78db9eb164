import type { Day } from '@kith/core';
import { dayRange, type FormControl, KithDayInput, KithMoneyInput, KithPhoneInput } from '@kith/elements/parts';
import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { defineElement } from '../../../packages/elements/src/base/define-element.js';
import { expectNothingFromAxe } from '../../support/axe.js';
import { showParts } from '../../support/parts-surface.js';
import { waitUntil } from '../../support/wait-until.js';

for (const control of [KithDayInput, KithMoneyInput, KithPhoneInput]) defineElement(control, { prefix: 'test' });

let count = 0;

async function show<Made extends FormControl>(tag: string, properties: Partial<Made> = {}, lang = 'en'): Promise<Made> {
  const id = `control-${++count}`;
  const control = document.createElement(`test-${tag}`) as Made;
  Object.assign(control, { id, name: 'control', note: 'why', lang }, properties);
  await fixture(
    html`<form><fieldset><label for=${id}>What it is</label>${control}<p id="why">Why it is asked.</p><input type="submit" /></fieldset></form>`,
  );
  await control.updateComplete;
  return control;
}

const root = (control: FormControl): ShadowRoot => control.renderRoot as ShadowRoot;
const inputOf = (control: FormControl): HTMLInputElement => root(control).querySelector('input') as HTMLInputElement;
const sent = (control: FormControl): unknown => new FormData(control.form as HTMLFormElement).get('control');
const type = async (control: FormControl, text: string): Promise<void> => {
  control.focus();
  inputOf(control).select();
  if (text) await sendKeys({ type: text });
  else await sendKeys({ press: 'Delete' });
};
const leave = async (control: FormControl): Promise<void> => {
  inputOf(control).blur();
  await control.updateComplete;
};

describe('an amount', () => {
  it('PT11 is typed and written as the language does, and held in whole minor units', async () => {
    for (const [lang, typed, written, currency, minor] of [
      ['en', '1,234.5', '1,234.50', 'EUR', 123_450],
      ['de', '1.234,5', '1.234,50', 'EUR', 123_450],
      ['de-CH', "1'234.5", "1'234.50", 'CHF', 123_450],
      ['fr', '1 234,5', '1 234,50', 'EUR', 123_450],
      ['en-IN', '12,34,567', '12,34,567.00', 'INR', 123_456_700],
      ['ja', '7000', '7,000', 'JPY', 7_000],
      ['en', '36500.125', '36,500.125', 'OMR', 36_500_125],
      ['en', '90071992547409.91', '90,071,992,547,409.91', 'USD', 9_007_199_254_740_991],
    ] as const) {
      const control = await show<KithMoneyInput>('money-input', { currency }, lang);
      await type(control, typed);
      await leave(control);
      expect(control.value, `${lang} ${typed}`).to.deep.equal({ minor, currency });
      expect(inputOf(control).value.replace(/\s/g, ' ').replace('’', "'")).to.equal(written);
    }
  });

  it('PT11 keeps what is no amount, says what to do, and rounds nothing', async () => {
    const control = await show<KithMoneyInput>('money-input', { currency: 'EUR' });
    await type(control, '12.345');
    await leave(control);
    expect([control.value, inputOf(control).value, sent(control)]).to.deep.equal([undefined, '12.345', null]);
    expect(control.validity.stepMismatch).to.equal(true);
    expect(control.validationMessage).to.equal('EUR has 2 decimals at most.');
    expect(inputOf(control).getAttribute('aria-invalid')).to.equal('true');
    await type(control, 'a lot');
    expect(control.validationMessage).to.equal('Write an amount, such as 1,250.');
    await type(control, '99999999999999999');
    expect(control.validity.rangeOverflow).to.equal(true);
  });

  it('PT11 shows the sign at its place, and lets a currency be chosen where there are several', async () => {
    const texts = (control: FormControl) =>
      [...(root(control).querySelector('.input')?.children ?? [])].map((part) => part.localName);
    expect(texts(await show('money-input', { currency: 'EUR' } as never, 'en'))).to.deep.equal(['span', 'input']);
    expect(texts(await show('money-input', { currency: 'EUR' } as never, 'de'))).to.deep.equal(['input', 'span']);
    const control = await show<KithMoneyInput>('money-input', {
      currencies: ['EUR', 'JPY'],
      value: { minor: 36_000_00, currency: 'EUR' },
    });
    const changes: unknown[] = [];
    control.addEventListener('change', () => changes.push(control.value));
    const currencies = root(control).querySelector('select') as HTMLSelectElement;
    expect(currencies.value).to.equal('EUR');
    currencies.value = 'JPY';
    currencies.dispatchEvent(new Event('change', { bubbles: true }));
    await control.updateComplete;
    expect(changes).to.deep.equal([{ minor: 36_000, currency: 'JPY' }]);
    expect(sent(control)).to.equal('36000 JPY');
    await expectNothingFromAxe(control);
  });

  it('PT10 is sent, told once, reset, restored, required and disabled as a native field is', async () => {
    const control = await show<KithMoneyInput>('money-input', {
      required: true,
      value: { minor: 5_00, currency: 'EUR' },
    });
    const told: string[] = [];
    for (const name of ['input', 'change']) control.addEventListener(name, () => told.push(name));
    expect(sent(control)).to.equal('5.00 EUR');
    await type(control, '7');
    expect(told).to.deep.equal(['input']);
    await leave(control);
    expect(told).to.deep.equal(['input', 'change']);
    expect(sent(control)).to.equal('7.00 EUR');
    control.form?.reset();
    await control.updateComplete;
    expect([sent(control), inputOf(control).value]).to.deep.equal(['5.00 EUR', '5.00']);
    control.formStateRestoreCallback('USD 12.5');
    await control.updateComplete;
    expect(sent(control)).to.equal('12.50 USD');
    await type(control, '');
    expect([control.validity.valueMissing, control.form?.checkValidity()]).to.deep.equal([true, false]);
    (control.closest('fieldset') as HTMLFieldSetElement).disabled = true;
    await control.updateComplete;
    expect([inputOf(control).disabled, control.willValidate, sent(control)]).to.deep.equal([true, false, null]);
  });

  it('PT10 is named by its label and described by its note, takes the focus of a press on the label, and Enter sends its form', async () => {
    const control = await show<KithMoneyInput>('money-input');
    (control.labels[0] as HTMLElement).click();
    expect(root(control).activeElement).to.equal(inputOf(control));
    expect(inputOf(control).getAttribute('aria-label')).to.equal('What it is');
    expect(inputOf(control).ariaDescribedByElements?.map((each) => each.id)).to.deep.equal(['why']);
    let told = '';
    control.form?.addEventListener('submit', (event) => {
      event.preventDefault();
      told = String(sent(control));
    });
    await type(control, '12');
    await sendKeys({ press: 'Enter' });
    expect(told).to.equal('12.00 EUR');
    await expectNothingFromAxe(control);
  });

  it('PT10 is as wrong as the page says', async () => {
    const control = await show<KithMoneyInput>('money-input');
    control.setCustomValidity('More than the limit.');
    expect([control.checkValidity(), control.validationMessage]).to.deep.equal([false, 'More than the limit.']);
    control.setCustomValidity('');
    expect(control.checkValidity()).to.equal(true);
  });
});

describe('a day', () => {
  it('PT12 is typed in the order of the language, and written with its month once the field is left', async () => {
    const control = await show<KithDayInput>('day-input', {}, 'en-GB');
    await type(control, '18/12/2026');
    expect(sent(control)).to.equal('2026-12-18');
    await leave(control);
    expect(inputOf(control).value).to.equal('18 Dec 2026');
    await type(control, '31/02/2026');
    await leave(control);
    expect([control.value, inputOf(control).value, control.validity.badInput]).to.deep.equal([
      undefined,
      '31/02/2026',
      true,
    ]);
    await expectNothingFromAxe(control);
  });

  it('PT10 keeps to its bounds, is reset and restored', async () => {
    const control = await show<KithDayInput>('day-input', {
      min: '2026-12-01' as Day,
      max: '2026-12-31' as Day,
      value: '2026-12-18' as Day,
    });
    await type(control, '11/30/2026');
    expect([control.validity.rangeUnderflow, control.validationMessage]).to.deep.equal([
      true,
      'Choose Dec 1, 2026 or later.',
    ]);
    await type(control, '1/1/2027');
    expect(control.validity.rangeOverflow).to.equal(true);
    await leave(control);
    control.form?.reset();
    await control.updateComplete;
    expect([sent(control), control.validity.valid]).to.deep.equal(['2026-12-18', true]);
    control.formStateRestoreCallback('2026-12-24');
    await control.updateComplete;
    expect(inputOf(control).value).to.equal('Dec 24, 2026');
  });

  it('PT13 is chosen in the machine’s calendar, by its button or by Alt with Down', async () => {
    const control = await show<KithDayInput>('day-input');
    const picker = root(control).querySelector('.picker') as HTMLInputElement;
    let opened = 0;
    picker.showPicker = () => opened++;
    root(control).querySelector('button')?.click();
    control.focus();
    await sendKeys({ press: 'Alt+ArrowDown' });
    expect(opened).to.equal(2);
    const told: unknown[] = [];
    control.addEventListener('change', () => told.push(control.value));
    picker.value = '2026-12-18';
    picker.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    expect(told).to.deep.equal(['2026-12-18']);
    expect(sent(control)).to.equal('2026-12-18');
  });

  it('PT14 two of them make a range, each bounded by the other', async () => {
    const told: unknown[] = [];
    let from = '2026-12-01' as Day | undefined;
    let to: Day | undefined;
    const surface = await showParts((parent) =>
      dayRange(parent, {
        label: 'Closes',
        id: 'close',
        from,
        to,
        onChange: (first, last) => {
          [from, to] = [first, last];
          told.push([first, last]);
          parent.requestUpdate();
        },
      }),
    );
    const last = surface.find<KithDayInput>('#close-to');
    await last.updateComplete;
    await type(last, '11/1/2026');
    expect(last.validity.rangeUnderflow).to.equal(true);
    await type(last, '12/24/2026');
    await leave(last);
    await surface.updateComplete;
    expect(told.at(-1)).to.deep.equal(['2026-12-01', '2026-12-24']);
    expect(surface.find<KithDayInput>('#close-from').max).to.equal('2026-12-24');
    await expectNothingFromAxe(surface);
  });
});

describe('a telephone number', () => {
  it('PT15 is typed as people write it and held as E.164', async () => {
    for (const [typed, number, lang, written] of [
      ['0401234567', '+358401234567', 'fi-FI', '040 1234567'],
      ['+43 (0)1 555 01-01', '+4315550101', 'fi-FI', '+43 1 5550101'],
      ['0043 1 5550101', '+4315550101', 'de', '+43 1 5550101'],
      ['212.555.0101', '+12125550101', 'en-US', '(212) 555-0101'],
    ] as const) {
      const control = await show<KithPhoneInput>('phone-input', {}, lang);
      await type(control, typed);
      expect(control.value, typed).to.equal(number);
      await leave(control);
      expect(sent(control)).to.equal(number);
      await waitUntil(() => inputOf(control).value === written, `${typed} stands as ${written}`);
      expect([control.value, sent(control)]).to.deep.equal([number, number]);
    }
  });

  it('PT16 stands in the groups of its country, as it is dialled where the field is', async () => {
    for (const [number, country, written] of [
      ['+33450123456', 'FR', '04 50 12 34 56'],
      ['+33450123456', 'DE', '+33 4 50 12 34 56'],
      ['+4315550101', '', '+43 1 5550101'],
      ['+8613800138000', 'CN', '138 0013 8000'],
      // How it is dialled there does not say which number it is.
      ['+5491123456789', 'AR', '+5491123456789'],
    ] as const) {
      const control = await show<KithPhoneInput>('phone-input', { value: number, country });
      await waitUntil(() => inputOf(control).value === written, `${number} stands as ${written}`);
      expect(control.value, number).to.equal(number);
    }
  });

  it('PT16 writes nothing anew under the hands of whoever types', async () => {
    const control = await show<KithPhoneInput>('phone-input', { value: '+33450123456', country: 'FR' });
    await waitUntil(() => inputOf(control).value === '04 50 12 34 56', 'it stands in groups');
    control.focus();
    const field = inputOf(control);
    field.setSelectionRange(3, 5);
    await sendKeys({ type: '76' });
    await control.updateComplete;
    expect([field.value, field.selectionStart, control.value]).to.deep.equal(['04 76 12 34 56', 5, '+33476123456']);
    field.setSelectionRange(4, 8);
    await sendKeys({ type: '77-12' });
    await control.updateComplete;
    expect([field.value, field.selectionStart]).to.deep.equal(['04 777-12 34 56', 9]);
    field.setSelectionRange(3, 4);
    await sendKeys({ press: 'Delete' });
    await leave(control);
    expect([field.value, control.value]).to.deep.equal(['04 77 12 34 56', '+33477123456']);
  });

  it('PT15 without a country, or no number at all, is kept and said to be wrong', async () => {
    const control = await show<KithPhoneInput>('phone-input');
    await type(control, '5550101');
    await leave(control);
    expect([control.value, control.validationMessage]).to.deep.equal(['', 'Begin with + and the country’s code.']);
    expect(inputOf(control).value).to.equal('5550101');
    await type(control, 'ask Hanna');
    expect(control.validity.badInput).to.equal(true);
    await expectNothingFromAxe(control);
    control.form?.reset();
    expect(control.validity.valid).to.equal(true);
  });
});
