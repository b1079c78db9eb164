import '@kith/elements/define';
import { KithElement } from '@kith/elements';
import { expect, fixture, html } from '@open-wc/testing';
import type { TemplateResult } from 'lit';
import { fetchWords } from '../../../packages/elements/src/base/languages.js';
import { laterMessages } from '../../../packages/elements/src/parts/later.messages.js';
import { openPeopleBook, PEOPLE_COLUMNS } from '../../../stories/books/people.js';
import { waitUntil } from '../../support/wait-until.js';

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

  it('EL41 has words, plurals, figures, dates, money and direction of its own beside another one', async () => {
    const store = await openPeopleBook(500);
    const page = await fixture(html`
      <kith-app .store=${store} .now=${() => '2026-11-20T09:00:00.000Z' as never} time-zone="Europe/Vienna" style="display: block; inline-size: 1200px">
        <kith-contact-list lang="de-AT" .columns=${PEOPLE_COLUMNS} style="block-size: 400px"></kith-contact-list>
        <kith-contact-list lang="ar-EG" .columns=${PEOPLE_COLUMNS} style="block-size: 400px"></kith-contact-list>
      </kith-app>
    `);
    const [german, arabic] = [...page.querySelectorAll('kith-contact-list')];
    const shown = (list: Element | undefined): string => list?.shadowRoot?.querySelector('.list')?.textContent ?? '';
    await waitUntil(() => shown(german).includes('500') && shown(arabic).includes('٥٠٠'), 'both are drawn');
    await waitUntil(() => /[€\u20AC]/.test(shown(german)) && /€/.test(shown(arabic)), 'amounts are there');

    expect(shown(german)).to.match(/500\s+Kontakte/);
    expect(shown(german)).to.match(/€\s\d{1,3}(\.\d{3})*|€\s\d{1,3}(\u00A0\d{3})*/);
    expect(shown(german)).not.to.match(/[\u0660-\u0669]/);
    expect(shown(arabic)).to.match(/٥٠٠\s+جهة اتصال/);
    expect(shown(arabic)).to.match(/[\u0660-\u0669]+.?€/);
    expect(shown(arabic)).not.to.match(/Kontakte|contacts/);
    expect(getComputedStyle(german as Element).direction).to.equal('ltr');
    expect(getComputedStyle(arabic as Element).direction).to.equal('rtl');
  });
});
