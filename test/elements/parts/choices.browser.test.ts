import { checkbox, field, input, radioGroup, select, switchControl, textarea } from '@kith/elements/parts';
import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { html } from 'lit';
import { expectNothingFromAxe } from '../../support/axe.js';
import { type PartsSurface, showParts } from '../../support/parts-surface.js';

const stages = [
  { value: 'lead', label: 'Lead' },
  { value: 'proposal', label: 'Proposal' },
  { value: 'won', label: 'Won', reason: 'needs a value' },
];

const form = (content: unknown) => () => html`<form>${content}</form>`;
const sent = (surface: PartsSurface): Record<string, unknown> =>
  Object.fromEntries(new FormData(surface.find<HTMLFormElement>('form')));

describe('controls that are native', () => {
  it('PT1 are sent, reset and disabled by the form and the fieldset around them', async () => {
    const options = { id: 'company', name: 'company', label: 'Company', value: 'Lumikoski Oy' };
    const surface = await showParts(
      form(html`
        <fieldset>
          ${field(options, input(options))} ${field({ id: 'note', label: 'Note' }, textarea({ id: 'note', label: 'Note', name: 'note' }))}
          ${field({ id: 'stage', label: 'Stage' }, select({ id: 'stage', label: 'Stage', name: 'stage', choices: stages, value: 'proposal' }))}
          ${checkbox({ label: 'News', name: 'news', value: 'yes', isOn: true })} ${switchControl({ label: 'Quiet', name: 'quiet', isOn: false })}
          ${radioGroup({ label: 'Where', name: 'where', value: 'lead', choices: stages })}
        </fieldset>
      `),
    );
    const start = { company: 'Lumikoski Oy', note: '', stage: 'proposal', news: 'yes', where: 'lead' };
    expect(sent(surface)).to.deep.equal(start);
    surface.find<HTMLInputElement>('#company').value = 'Other';
    surface.find<HTMLSelectElement>('#stage').value = 'lead';
    surface.find('[name=news]').click();
    surface.find('[name=quiet]').click();
    surface.find('[name=where][value=proposal]').click();
    expect(sent(surface)).to.deep.equal({ company: 'Other', note: '', stage: 'lead', quiet: 'on', where: 'proposal' });
    surface.find<HTMLFormElement>('form').reset();
    expect(sent(surface)).to.deep.equal(start);
    surface.find<HTMLFieldSetElement>('form > fieldset').disabled = true;
    expect(sent(surface)).to.deep.equal({});
  });

  it('PT1 keep what was typed when their element is drawn anew, and take another value from it', async () => {
    let value = 'Lumikoski Oy';
    const surface = await showParts(() => input({ id: 'company', label: 'Company', isBare: true, value }));
    const control = surface.find<HTMLInputElement>('input');
    control.focus();
    control.value = 'Lumi';
    surface.requestUpdate();
    await surface.updateComplete;
    expect(control.value).to.equal('Lumi');
    value = 'Nordhav';
    surface.requestUpdate();
    await surface.updateComplete;
    expect(control.value).to.equal('Nordhav');
  });

  it('PT2 have a name, a role and a note in the accessibility tree', async () => {
    const vat = { id: 'vat', label: 'VAT number', error: 'Eight digits after FI.', value: 'FI 28' };
    const surface = await showParts(
      () => html`
        ${field(vat, input(vat))} ${input({ id: 'amount', label: 'Amount', isBare: true, before: '€', after: 'EUR', mode: 'decimal' })}
        ${select({ id: 'stage', label: 'Stage', isBare: true, choices: stages, none: 'None' })}
        ${checkbox({ label: 'All rows', isLabelUnseen: true, isOn: false, isMixed: true, onChange: () => {} })}
        ${switchControl({ label: 'Quiet', isOn: true, note: 'No calls after six.' })}
        ${radioGroup({ label: 'Where', name: 'where', choices: stages, isInline: true })}
      `,
    );
    expect(surface.find('#vat').getAttribute('aria-invalid')).to.equal('true');
    expect(surface.find(`#${surface.find('#vat').getAttribute('aria-describedby')}`).textContent).to.include('Eight');
    expect(surface.find('[role=switch]').closest('label')?.textContent).to.include('Quiet');
    expect(surface.find<HTMLInputElement>('[aria-label="All rows"]').indeterminate).to.equal(true);
    expect(surface.find<HTMLOptionElement>('option[value=won]').textContent).to.equal('Won – needs a value');
    expect(surface.find<HTMLOptionElement>('option[value=won]').disabled).to.equal(true);
    await expectNothingFromAxe(surface);
  });

  it('PT3 are worked by the keys of the machine, and tell their element', async () => {
    const told: unknown[] = [];
    let isOn = false;
    const surface = await showParts(
      () => html`
        ${checkbox({
          label: 'News',
          isOn,
          onChange: (next) => {
            isOn = next;
            told.push(next);
          },
        })}
        ${radioGroup({ label: 'Where', name: 'where', value: 'lead', choices: stages, onChange: (each) => told.push(each) })}
        ${select({ id: 'stage', label: 'Stage', isBare: true, choices: stages, value: 'lead', onChange: (each) => told.push(each) })}
      `,
    );
    surface.find('[type=checkbox]').focus();
    await sendKeys({ press: 'Space' });
    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'ArrowDown' });
    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'p' });
    expect(told).to.deep.equal([true, 'proposal', 'proposal']);
  });

  it('PT3 stay as their element says they are', async () => {
    const surface = await showParts(() =>
      checkbox({ label: 'News', isOn: false, onChange: () => surface.requestUpdate() }),
    );
    const box = surface.find<HTMLInputElement>('input');
    box.click();
    await surface.updateComplete;
    expect(box.checked).to.equal(false);
  });
});
