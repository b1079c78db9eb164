import { expect, fixture, html } from '@open-wc/testing';
import { LitElement, type TemplateResult } from 'lit';
import { OnPaper } from '../../../packages/elements/src/base/on-paper.js';

class Folding extends LitElement {
  readonly paper = new OnPaper(this);

  protected override render(): TemplateResult {
    return html`<details id="shut"><summary>One</summary>A</details><details id="open" open><summary>Two</summary>B</details><p>${this.paper.value ? 'on paper' : 'on screen'}</p>`;
  }
}
customElements.define('test-folding', Folding);

describe('an element that is printed', () => {
  it('EL31 unfolds for as long as it is printed, and leaves open what was', async () => {
    const element = await fixture<Folding>(html`<test-folding></test-folding>`);
    const states = async (): Promise<readonly unknown[]> => {
      await element.updateComplete;
      const folds = [...element.renderRoot.querySelectorAll('details')].map(({ open }) => open);
      return [...folds, element.renderRoot.querySelector('p')?.textContent];
    };
    expect(await states()).to.deep.equal([false, true, 'on screen']);
    window.dispatchEvent(new Event('beforeprint'));
    expect(await states()).to.deep.equal([true, true, 'on paper']);
    window.dispatchEvent(new Event('afterprint'));
    expect(await states()).to.deep.equal([false, true, 'on screen']);
    element.remove();
    window.dispatchEvent(new Event('beforeprint'));
    expect(await states()).to.deep.equal([false, true, 'on screen']);
  });
});
