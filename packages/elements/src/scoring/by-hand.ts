import type { Score } from '@kith/core/scoring';
import { type ScoringPlan, setByHand } from '@kith/store/scoring';
import { html, type TemplateResult } from 'lit';
import { addStyles } from '../base/add-styles.js';
import { sentencesIn } from '../base/locale.js';
import { readNumber } from '../base/read-number.js';
import { input } from '../parts/controls.js';
import { field, fieldStyles, textIn } from '../parts/field.js';
import { overlayStyles } from '../parts/overlay.js';
import { Popover, popoverStyles } from '../parts/popover.js';
import { refusalText } from '../parts/refusal.js';
import { byHandMessages } from './by-hand.messages.js';
import type { ScoreHost } from './score-host.js';

/** The small form in which somebody sets what a model says otherwise. */
export class ByHand {
  readonly #host: ScoreHost;
  readonly #popover: Popover;
  #error: string | undefined;

  constructor(host: ScoreHost) {
    this.#host = host;
    this.#popover = new Popover(host);
    addStyles(host, fieldStyles, overlayStyles, popoverStyles);
  }

  /** Opens it at a button. `current` answers the score as it is by then. */
  open(anchor: HTMLElement, plan: ScoringPlan, before: Score, current: () => Score | undefined): void {
    const say = sentencesIn(byHandMessages, this.#host.locale);
    const { format } = this.#host.locale;
    this.#error = undefined;
    const onSubmit = (event: SubmitEvent): void => {
      event.preventDefault();
      const text = textIn(new FormData(event.currentTarget as HTMLFormElement), 'points');
      void this.#set(text.replace(/\s*%$/, ''), plan, before.id);
    };
    const content = (): TemplateResult => {
      const now = current();
      const isOther = now !== undefined && now.points !== before.points;
      const options = {
        id: 'score-points',
        name: 'points',
        label: say.label,
        mode: 'decimal',
        after: '%',
        value: format.number(before.points),
        help: isOther ? say.meanwhile(format.percent(now.points)) : say.help,
        error: this.#error,
      } as const;
      return html`
        <form class="stack by-hand" @submit=${onSubmit}>
          ${field(options, input(options))}
          <div class="row">
            <button class="button small primary">${say.save}</button>
            <button type="button" class="button small quiet" @click=${() => this.#popover.close()}>${say.cancel}</button>
          </div>
        </form>
      `;
    };
    void this.#popover.open(anchor, { label: say.title, content });
  }

  render(): unknown {
    return this.#popover.render();
  }

  async #set(text: string, plan: ScoringPlan, id: Score['id']): Promise<void> {
    const { locale } = this.#host;
    const say = sentencesIn(byHandMessages, locale);
    const points = Number(readNumber(text, locale.lang) ?? Number.NaN);
    if (!(points >= 0.01 && points <= 99.99)) return this.#refuse(say.wrong);
    const graded = 'scheme' in plan ? undefined : plan;
    const result = await this.#host.carryOut(setByHand({ id, points: Math.round(points * 100) / 100 }, graded), {
      done: () => ({ text: say.done(locale.format.percent(points)) }),
      showsRefusal: () => true,
    });
    const refusal = refusalText(result, locale);
    if (refusal === undefined) this.#popover.close();
    else this.#refuse(refusal);
  }

  #refuse(text: string): void {
    this.#error = text;
    this.#host.requestUpdate();
    void this.#host.updateComplete.then(() =>
      this.#host.renderRoot.querySelector<HTMLElement>('.by-hand [aria-invalid=true]')?.focus(),
    );
  }
}
