import { KithElement } from '@kith/elements';
import { expect, fixture, html } from '@open-wc/testing';
import type { TemplateResult } from 'lit';
import { defineElement, type ElementClass } from '../../../packages/elements/src/base/define-element.js';
import { Later } from '../../../packages/elements/src/base/later.js';
import { nestLater } from '../../../packages/elements/src/parts/nest-later.js';
import { waitUntil } from '../../support/wait-until.js';

class LatePart extends KithElement {
  static override readonly tag = 'late-part';
  name = '';

  protected override render(): TemplateResult {
    return html`<button>${this.name}</button>`;
  }
}

/** Fetches its part by a function of the test. */
class LateOwner extends KithElement {
  static override readonly tag = 'late-owner';
  fetch: () => Promise<ElementClass<LatePart>> = async () => LatePart;
  readonly later = new Later(this, () => this.fetch());

  protected override render(): TemplateResult {
    return html`${nestLater(this, this.later, { name: 'Here' })}`;
  }
}

defineElement(LateOwner, { prefix: 'test' });

describe('an element that is fetched later', () => {
  const show = async (fetch: LateOwner['fetch']): Promise<ShadowRoot> => {
    const owner = document.createElement('test-late-owner') as LateOwner;
    owner.fetch = fetch;
    await fixture(html`<div>${owner}</div>`);
    return owner.renderRoot as ShadowRoot;
  };

  it('CD44 keeps its place with a skeleton until it is there, under the prefix of its parent', async () => {
    let resolve: (fetched: ElementClass<LatePart>) => void = () => {};
    const promise = new Promise<ElementClass<LatePart>>((settle) => {
      resolve = settle;
    });
    const root = await show(() => promise);
    expect(root.querySelector('[aria-busy]')?.textContent).to.include('Loading');
    resolve(LatePart);
    await waitUntil(() => root.querySelector('test-late-part'));
    expect(root.querySelector('[aria-busy]')).to.equal(null);
    const part = root.querySelector<LatePart>('test-late-part');
    await part?.updateComplete;
    expect(part?.shadowRoot?.textContent).to.equal('Here');
  });

  it('CD44 says that it could not be fetched, tries again, and keeps the focus at its place', async () => {
    let tries = 0;
    const root = await show(() =>
      ++tries === 1 ? Promise.reject(new TypeError('offline')) : Promise.resolve(LatePart),
    );
    await waitUntil(() => root.querySelector('[role=alert]'));
    expect(root.textContent).to.include('This part could not be loaded');
    const again = root.querySelector('button');
    again?.focus();
    again?.click();
    await waitUntil(() => root.querySelector('test-late-part'));
    expect(root.activeElement).to.equal(root.querySelector('.later'));
    expect(tries).to.equal(2);
  });
});
