import { kindOf } from '@kith/core';
import { expect, fixture, html } from '@open-wc/testing';
import { LitElement, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { expectNothingFromAxe } from '../support/axe.js';

class ProbeElement extends LitElement {
  @property({ type: Number }) count = 1;

  override render(): TemplateResult {
    return html`<output>${this.count}</output>`;
  }
}
customElements.define('probe-element', ProbeElement);

describe('browser tests', () => {
  it('run TypeScript with decorators over the sources of the packages', async () => {
    const probe = await fixture<ProbeElement>(html`<probe-element count="3"></probe-element>`);
    expect(probe.shadowRoot?.textContent).to.equal('3');
    probe.count = 4;
    await probe.updateComplete;
    expect(probe.shadowRoot?.textContent).to.equal('4');
    expect(kindOf).to.be.a('function');
  });

  it('are accessible to axe', async () => {
    const button = await fixture(html`<button>Save</button>`);
    await expectNothingFromAxe(button);
  });
});
