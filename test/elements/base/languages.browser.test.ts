import { KithElement } from '@kith/elements';
import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import type { TemplateResult } from 'lit';
import { fetchWords } from '../../../packages/elements/src/base/languages.js';
import { laterMessages } from '../../../packages/elements/src/parts/later.messages.js';

/** Says one word, and remembers what it has said. */
class OneWord extends KithElement {
  static override readonly tag = 'one-word';
  readonly said: string[] = [];

  protected override render(): TemplateResult {
    const { loading } = this.sentences(laterMessages);
    this.said.push(loading);
    return html`${loading}`;
  }
}

customElements.define('test-one-word', OneWord);

describe('a language besides English', () => {
  it('EL15 is English where its words cannot be had, and waited for once they can', async () => {
    let draws = 0;
    const offline = () => Promise.reject(new TypeError('offline'));
    const files = { 'zh-Hans': offline, 'zh-Hant': offline, de: offline, es: offline, ar: offline };
    await fetchWords('zh-Hans', () => draws++, files);
    const early = await fixture<OneWord>(html`<test-one-word lang="zh"></test-one-word>`);
    expect(early.said).to.deep.equal(['Loading']);

    dispatchEvent(new Event('online'));
    const next = await fixture<OneWord>(html`<test-one-word lang="zh"></test-one-word>`);
    expect(next.said).to.deep.equal(['正在加载']);
    await waitUntil(() => early.said.length > 1);
    expect(early.said).to.deep.equal(['Loading', '正在加载']);
    expect(draws).to.equal(1);
  });

  it('EL15 is there at once when it was spoken before, and beside others', async () => {
    const [chinese, french] = await Promise.all([
      fixture<OneWord>(html`<test-one-word lang="zh-Hans-CN"></test-one-word>`),
      fixture<OneWord>(html`<test-one-word lang="fr"></test-one-word>`),
    ]);
    expect([chinese.said, french.said]).to.deep.equal([['正在加载'], ['Loading']]);
    french.lang = 'zh';
    await french.updateComplete;
    expect(french.said).to.deep.equal(['Loading', '正在加载']);
  });
});
