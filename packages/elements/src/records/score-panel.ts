import { html, nothing, type TemplateResult } from 'lit';
import { Later } from '../base/later.js';
import { nestLater } from '../parts/nest-later.js';
import { panel } from '../parts/panel.js';
import type { KithScoreExplain } from '../scoring/score-explain.js';
import type { RecordSentences } from './messages.js';
import type { RecordCard } from './record-card.js';

/** The scores of a record by the plans its card was given, each with its strongest reasons. */
export class ScorePanel {
  readonly #card: RecordCard;
  readonly #explain: Later<typeof KithScoreExplain>;

  constructor(card: RecordCard) {
    this.#card = card;
    this.#explain = new Later(card, async () => (await import('../scoring/score-explain.js')).KithScoreExplain);
  }

  /** Nothing without a plan, or where scores are hidden. */
  render(id: string, say: RecordSentences): TemplateResult | typeof nothing {
    const { scoring, scoringNames: names, sight, store } = this.#card;
    if (scoring.length === 0 || !sight.reads('scores')) return nothing;
    return panel({
      title: say.score,
      part: 'score',
      body: scoring.map(
        (plan) =>
          html`<div class="panel-body">${nestLater(this.#card, this.#explain, { plan, subject: id, layout: 'compact', names, store })}</div>`,
      ),
    });
  }
}
