import { defineElement, KithElement } from '@kith/elements';
import { expect, fixture, html } from '@open-wc/testing';
import type { TemplateResult } from 'lit';
import { nest } from '../../../packages/elements/src/base/nest.js';
import { laterMessages } from '../../../packages/elements/src/parts/later.messages.js';
import { waitUntil } from '../../support/wait-until.js';

/** Says one word. */
class Word extends KithElement {
  static override readonly tag = 'word';

  protected override render(): TemplateResult {
    return html`${this.sentences(laterMessages).again}`;
  }
}

/** Has a word inside. */
class Frame extends KithElement {
  static override readonly tag = 'frame';

  protected override render(): TemplateResult {
    return html`${nest(this, Word, {})}`;
  }
}

defineElement(Word, { prefix: 'turned' });
defineElement(Frame, { prefix: 'turned' });

const drawn = async (page: TemplateResult): Promise<readonly KithElement[]> => {
  const root = await fixture<HTMLElement>(html`<div>${page}</div>`);
  const elements = [...root.querySelectorAll<KithElement>('turned-word, turned-frame')];
  await Promise.all(elements.map((element) => element.updateComplete));
  return elements;
};
const runs = (element: Element): string => (element.matches(':dir(rtl)') ? 'rtl' : 'ltr');

describe('the direction of an element', () => {
  it('EL16 follows the language where that is said nearer than a direction, two languages beside each other', async () => {
    const elements = await drawn(html`
      <turned-word lang="ar"></turned-word>
      <turned-word lang="de"></turned-word>
      <div dir="rtl" lang="ar"><turned-word></turned-word><turned-word lang="zh-TW"></turned-word></div>
    `);
    expect(elements.map(runs)).to.deep.equal(['rtl', 'ltr', 'rtl', 'ltr']);
    const words = () => elements.map((element) => element.shadowRoot?.textContent);
    await waitUntil(() => !words().includes('Try again'), 'the words of each language are there');
    expect(words()).to.deep.equal(['إعادة المحاولة', 'Erneut versuchen', 'إعادة المحاولة', '再試一次']);
    expect(elements.map((element) => element.getAttribute('dir')).map((dir) => dir ?? '')).to.deep.equal([
      'rtl',
      '',
      '',
      'ltr',
    ]);
  });

  it('EL16 is what the page says where it says one', async () => {
    const elements = await drawn(html`
      <turned-word lang="ar" dir="ltr"></turned-word>
      <div lang="ar" dir="ltr"><turned-word></turned-word></div>
      <div lang="ar"><div dir="ltr"><turned-word></turned-word></div></div>
    `);
    expect(elements.map(runs)).to.deep.equal(['ltr', 'ltr', 'ltr']);
  });

  it('EL16 turns with the language, and what is inside with it', async () => {
    const [frame] = await drawn(html`<turned-frame lang="ar-EG"></turned-frame>`);
    const inner = frame?.shadowRoot?.firstElementChild as KithElement;
    await inner.updateComplete;
    expect([runs(frame as Element), runs(inner), inner.hasAttribute('dir')]).to.deep.equal(['rtl', 'rtl', false]);
    (frame as KithElement).lang = 'en';
    await frame?.updateComplete;
    expect([runs(frame as Element), runs(inner)]).to.deep.equal(['ltr', 'ltr']);
    (frame as KithElement).dir = 'rtl';
    frame?.requestUpdate();
    await frame?.updateComplete;
    expect(runs(frame as Element)).to.equal('rtl');
  });
});
