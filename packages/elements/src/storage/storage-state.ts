import { acknowledgeDataLoss, persistStorage, type StorageState } from '@kith/store';
import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { KithElement } from '../base/element.js';
import { type BadgeTone, badge, badgeStyles } from '../parts/badge.js';
import { banner } from '../parts/banner.js';
import { buttonStyles } from '../parts/button.js';
import { icon, iconStyles } from '../parts/icon.js';
import { alert, check, warning } from '../parts/icons/shown.js';
import { refresh } from '../parts/icons/tools.js';
import { panel, panelStyles } from '../parts/panel.js';
import { stateStyles } from '../parts/states.js';
import { skeleton } from '../parts/waiting.js';
import { bytesText } from './bytes.js';
import { storageStateMessages } from './storage-state.messages.js';
import { storageStateStyles } from './storage-state.styles.js';
import { WatchStorage } from './watch-storage.js';

/** From which share of the quota on somebody should do something: where the store calls it nearly full. */
const NEARLY_FULL = 0.9;

/** What is wrong: the store's levels first, then rows that were lost; memory is wrong only where nothing else is. */
type Trouble = Exclude<StorageState['level'], 'fine'> | 'discarded' | 'memory';

const TONES: Readonly<Record<Trouble | 'fine' | 'unprotected', BadgeTone>> = {
  fine: 'positive',
  unprotected: 'neutral',
  memory: 'warning',
  'nearly-full': 'warning',
  superseded: 'warning',
  full: 'negative',
  lost: 'negative',
  discarded: 'negative',
};

/**
 * How safe the book is: whether it is kept at all and where, whether the browser promised not to delete it, how much of
 * the space is used, and what is to be done where something is wrong. With `quiet` it is there only then, for the top of
 * every page.
 *
 * @tag kith-storage-state
 * @event {Event} kith-reload - The page is to be loaded anew; `preventDefault()` leaves that to the page.
 */
export class KithStorageState extends KithElement {
  static override readonly tag = 'storage-state';
  static override styles = [
    KithElement.styles,
    buttonStyles,
    iconStyles,
    badgeStyles,
    stateStyles,
    panelStyles,
    storageStateStyles,
  ];

  readonly #storage = new WatchStorage(this);

  @state() private answer: 'granted' | 'denied' | undefined;
  @state() private isAsking = false;

  /** Shows nothing while all is well, and only what is wrong otherwise. */
  @property({ type: Boolean }) quiet = false;

  async #persist(): Promise<void> {
    const store = this.activeStore;
    if (!store || this.isAsking) return;
    this.isAsking = true;
    // A browser that cannot answer has not agreed.
    const hasAgreed = await persistStorage(store).catch(() => false);
    this.answer = hasAgreed ? 'granted' : 'denied';
    this.isAsking = false;
    await this.updateComplete;
    // The button is gone where it has done its work; its answer takes the focus over.
    if (this.answer === 'granted') this.renderRoot.querySelector<HTMLElement>('.answer')?.focus();
  }

  readonly #onReload = (): void => {
    const event = new Event('kith-reload', { bubbles: true, composed: true, cancelable: true });
    if (this.dispatchEvent(event)) location.reload();
  };

  readonly #onUnderstood = (): void => void this.send(acknowledgeDataLoss());

  protected override render(): TemplateResult | typeof nothing {
    const now = this.#storage.value;
    const trouble = now && troubleOf(now);
    if (this.quiet) return now && trouble ? this.#renderTrouble(now, trouble) : nothing;
    const say = this.sentences(storageStateMessages);
    const standing = trouble ?? (now?.kept === 'device' && !now.persisted ? 'unprotected' : 'fine');
    return panel({
      title: say.title,
      end: now ? badge(say.level[standing], TONES[standing]) : undefined,
      body: now
        ? html`${trouble ? this.#renderTrouble(now, trouble) : nothing}${trouble === 'lost' ? nothing : this.#renderFacts(now)}`
        : html`<div class="facts" role="status" aria-busy="true"><span class="unseen">${say.reading}</span>${skeleton('half')}${skeleton('wide')}</div>`,
    });
  }

  #renderTrouble(now: StorageState, trouble: Trouble): TemplateResult {
    const say = this.sentences(storageStateMessages);
    const { title, text } = trouble === 'discarded' ? say.trouble.discarded(this.#whenLost(now)) : say.trouble[trouble];
    const isUrgent = TONES[trouble] === 'negative';
    const canReload = trouble === 'superseded' || trouble === 'lost';
    const steps = [say.backUpFirst, say.freeSpace, ...(now.persisted === false ? [say.askToProtect] : [])];
    return html`
      <div class="trouble" role=${isUrgent ? 'alert' : 'status'}>
        ${banner(
          isUrgent ? 'negative' : 'warning',
          isUrgent ? alert : warning,
          html`
            <b>${title}</b> ${text}
            ${trouble === 'nearly-full' || trouble === 'full' ? html`<ol class="steps">${steps.map((step) => html`<li>${step}</li>`)}</ol>` : nothing}
            ${trouble === 'discarded' ? html`<p class="act"><button type="button" class="button small" @click=${this.#onUnderstood}>${say.understood}</button></p>` : nothing}
            ${canReload ? html`<p class="act"><button type="button" class="button small" @click=${this.#onReload}>${icon(refresh)}<span>${say.reload}</span></button></p>` : nothing}
          `,
        )}
      </div>
    `;
  }

  #whenLost({ dataLostAt }: StorageState): string {
    return dataLostAt ? this.locale.format.instant(dataLostAt) : '';
  }

  #renderFacts(now: StorageState): TemplateResult {
    const say = this.sentences(storageStateMessages);
    return html`
      <dl class="facts">
        <div><dt>${say.where}</dt><dd>${say.kept[now.kept]}</dd></div>
        ${now.kept === 'device' ? this.#renderProtection(now) : nothing}
        ${now.kept === 'device' ? html`<div><dt id="usage">${say.usage}</dt><dd>${this.#renderUsage(now)}</dd></div>` : nothing}
      </dl>
    `;
  }

  #renderProtection({ persisted }: StorageState): TemplateResult {
    const say = this.sentences(storageStateMessages);
    const text = persisted === undefined ? say.persistenceUnknown : persisted ? say.persisted : say.notPersisted;
    return html`
      <div>
        <dt>${say.protection}</dt>
        <dd>
          <p class="protection">${persisted ? html`<span class="positive">${icon(check)}</span>` : nothing}<span>${text}</span></p>
          ${persisted === false ? html`<button type="button" class="button small" aria-disabled=${this.isAsking ? 'true' : 'false'} @click=${() => void this.#persist()}>${say.protect}</button>` : nothing}
          <p class="answer muted" tabindex="-1" role="status">${this.answer ? say[this.answer] : nothing}</p>
        </dd>
      </div>
    `;
  }

  #renderUsage({ usage, quota }: StorageState): unknown {
    const say = this.sentences(storageStateMessages);
    const { lang } = this.locale;
    if (usage === undefined || !quota) return say.usageUnknown;
    const share = usage / quota;
    const words = say.used(bytesText(usage, lang), bytesText(quota, lang));
    // A meter's own looks differ from browser to browser and cannot carry our colours: it is there to be heard.
    return html`
      <meter class="unseen" aria-labelledby="usage" min="0" max=${quota} value=${usage}>${words}</meter>
      <div class="meter ${share >= NEARLY_FULL ? 'high' : ''}" aria-hidden="true"><span style="inline-size: ${Math.min(100, 100 * share)}%"></span></div>
      <p class="number"><bdi>${words}</bdi></p>
    `;
  }
}

const troubleOf = ({ level, kept, dataLostAt }: StorageState): Trouble | undefined =>
  level !== 'fine' ? level : dataLostAt ? 'discarded' : kept === 'memory' ? 'memory' : undefined;

declare global {
  interface HTMLElementTagNameMap {
    'kith-storage-state': KithStorageState;
  }
}
