import { dayIn, type Problem, type Result } from '@kith/core';
import type { Score } from '@kith/core/scoring';
import type { Command, Identified, OneQuery } from '@kith/store';
import { followModel, ofRow, type ScoringPlan } from '@kith/store/scoring';
import { css, html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { CommandNotes } from '../base/command-event.js';
import { KithElement } from '../base/element.js';
import { Later } from '../base/later.js';
import { Live } from '../base/live.js';
import { NarrowerThan } from '../base/narrower-than.js';
import { OnLine, standsAlone } from '../base/on-line.js';
import { problemOf } from '../base/problem-text.js';
import { badge, badgeStyles } from '../parts/badge.js';
import { banner } from '../parts/banner.js';
import { buttonStyles } from '../parts/button.js';
import { iconStyles } from '../parts/icon.js';
import { ban, offline } from '../parts/icons/barred.js';
import { chart, hourglass, user } from '../parts/icons/shown.js';
import { drawLater, nestLaterStyles } from '../parts/nest-later.js';
import { panelStyles } from '../parts/panel.js';
import { failure } from '../parts/record-state.js';
import { emptyState, stateStyles } from '../parts/states.js';
import { skeleton } from '../parts/waiting.js';
import { type ScoreSentences, scoreMessages } from './messages.js';
import type { ScoreHost } from './score-host.js';
import { plain } from './signed.js';

/** Below this width, in pixels, it is compact. */
const COMPACT_WIDTH = 300;

/**
 * Why a lead, a contact or a deal has its score: grade and points, or a chance, and what pushes which way and how much.
 * Bars grow either way from the middle; they are a table for whoever hears the page. Caps, what has faded, when it was
 * worked out and what somebody set by hand are said. `compact` fits into a card: its four strongest reasons.
 *
 * @tag kith-score-explain
 * @event {CommandEvent} kith-command - Somebody sets the score by hand, or follows the model again.
 * @csspart value - Grade and points, or the chance.
 * @csspart reasons - The table of reasons.
 */
export class KithScoreExplain extends KithElement implements ScoreHost {
  static override readonly tag = 'score-explain';
  static override styles = [
    KithElement.styles,
    iconStyles,
    buttonStyles,
    badgeStyles,
    stateStyles,
    panelStyles,
    nestLaterStyles,
    css`
      .score { display: grid; grid-template-columns: minmax(0, 1fr); gap: 12px; }
      .score.panel { padding: 14px 16px 12px; }
      .score-title { font-weight: var(--kith-weight-strong); }
      .score-value { display: flex; flex-wrap: wrap; gap: 4px 10px; align-items: baseline; }
      .score-value > .badge { align-self: center; }
      .score-figure { font-size: var(--kith-size-2xl); font-weight: var(--kith-weight-strong); line-height: var(--kith-leading-tight); font-variant-numeric: tabular-nums; }
      .compact .score-figure { font-size: var(--kith-size-lg); }
      .score-axes { display: flex; flex-wrap: wrap; gap: 0 12px; margin-inline-start: auto; }
      .score-when { font-size: var(--kith-size-sm); color: var(--kith-text-subtle); text-wrap: pretty; }
      .score-foot { display: flex; flex-wrap: wrap; gap: 8px; align-items: center; }
      .compact .later > .waiting-part { min-block-size: 120px; padding: 0; }
    `,
  ];

  readonly #narrow = new NarrowerThan(this, COMPACT_WIDTH);
  readonly #onLine = new OnLine(this);
  readonly #score = new Live(this, () => (this.plan && this.subject ? ofRow(this.plan, this.subject) : undefined));
  /** What is scored: its reasons are others when it is another. */
  readonly #row = new Live(this, (): OneQuery<Identified> | undefined =>
    this.plan && this.subject ? { ask: 'one', collection: this.plan.of, id: this.subject } : undefined,
  );
  readonly #reasons = new Later(this, async () => new (await import('./score-reasons.js')).ScoreReasons(this));
  readonly #byHand = new Later(this, async () => new (await import('./by-hand.js')).ByHand(this));

  /** By what it is scored: rules, a model, or how often rows like it were won. */
  @property({ attribute: false }) plan: ScoringPlan | undefined;

  /** The id of the row that is scored. */
  @property() subject: string | undefined;

  /** `compact` to stand in a card, `full` with all reasons; left out, the width decides. */
  @property({ reflect: true }) layout: 'auto' | 'compact' | 'full' = 'auto';

  /** What rules, groups of rules and values are called, by their ids; a rule is called by its condition when left out. */
  @property({ attribute: false }) names: Readonly<Record<string, string>> = {};

  /** Why no model was trained, as `trainScores` refused: what is missing is then told. */
  @property({ attribute: false }) refusal: Problem | undefined;

  /** Whether the score may be set by hand here, where a model makes it. */
  @property({ type: Boolean, attribute: 'by-hand' }) takesByHand = false;

  /** Whether it shows the few lines that fit into a card. */
  get isCompact(): boolean {
    return this.layout === 'compact' || (this.layout === 'auto' && this.#narrow.value === true);
  }

  /** Sends a command for its parts. @internal */
  carryOut<Output>(command: Command<Output>, notes?: CommandNotes<Output>): Promise<Result<Output>> {
    return this.send(command, notes);
  }

  protected override render(): TemplateResult | typeof nothing {
    const { plan } = this;
    if (!plan || !this.subject) return nothing;
    const say = this.sentences(scoreMessages);
    const score = this.#score.value;
    if (this.#score.status === 'error') return this.#renderFailure(this.#score.error, () => this.#score.retry(), say);
    if (this.#score.status === 'loading') return this.#renderWaiting(say);
    return html`
      <section class="score ${this.isCompact ? 'compact' : 'panel'}" aria-label=${this.isCompact ? nothing : say.title}>
        ${this.isCompact ? nothing : html`<h3 class="score-title">${say.title}</h3>`}
        ${this.#onLine.value || !standsAlone(this) ? nothing : banner('warning', offline, say.offline)}
        ${score ? this.#renderScore(plan, score, say) : this.#renderUnscored(plan, say)}
        ${this.#byHand.value?.render() ?? nothing}
      </section>
    `;
  }

  #renderScore(plan: ScoringPlan, score: Score, say: ScoreSentences): TemplateResult {
    const { format } = this.locale;
    const isPoints = 'scheme' in plan;
    return html`
      <div class="score-value" part="value">
        <span><b class="score-figure">${isPoints ? plain(score.points, format) : format.percent(score.points)}</b> <span class="muted small">${isPoints ? say.points(score.points) : say.chance}</span></span>
        ${score.grade === undefined ? nothing : html`<span class="unseen">${say.grade(score.grade)}</span><span aria-hidden="true">${badge(score.grade, 'accent')}</span>`}
        ${isPoints ? this.#renderAxes(score, say) : nothing}
      </div>
      ${this.#renderByHand(plan, score, say)}
      ${drawLater(this, this.#reasons, (reasons) =>
        reasons.failure === undefined
          ? reasons.render(plan, score, this.#row.value)
          : this.#renderFailure(reasons.failure, () => reasons.retry(), say),
      )}
      ${this.isCompact ? nothing : html`<p class="score-when">${this.#whenText(score, say)}</p>`}
      ${this.isCompact || isPoints || !this.takesByHand ? nothing : html`<div class="score-foot"><button type="button" class="button small" @click=${(event: Event) => void this.#openByHand(event.currentTarget as HTMLElement, plan, score)}>${say.setHand}</button></div>`}
    `;
  }

  #renderAxes({ fit, engagement }: Score, say: ScoreSentences): TemplateResult {
    const { format } = this.locale;
    const axis = (label: string, points: number | undefined) =>
      points === undefined
        ? nothing
        : html`<span class="small muted">${label} <b class="number">${plain(points, format)}</b></span>`;
    return html`<span class="score-axes">${axis(say.fit, fit)}${axis(say.engagement, engagement)}</span>`;
  }

  #renderByHand(plan: ScoringPlan, score: Score, say: ScoreSentences): TemplateResult | typeof nothing {
    if (score.automatic === undefined) return nothing;
    const { format } = this.locale;
    const { points, automatic } = score;
    const follow = (): void => {
      const graded = 'scheme' in plan ? undefined : plan;
      void this.send(followModel({ id: score.id }, graded), {
        done: (followed) => ({ text: say.following(format.percent(followed.points)) }),
      });
    };
    return banner(
      'neutral',
      user,
      html`${say.setByHand(format.percent(points))} ${say.modelSays(format.percent(automatic))} <button type="button" class="button link" @click=${follow}>${say.follow}</button>`,
    );
  }

  #whenText(score: Score, say: ScoreSentences): string {
    const { format, timeZone } = this.locale;
    const { grade, gradeSince, gradeBefore, dueDay } = score;
    const graded =
      grade === undefined || gradeSince === undefined
        ? []
        : [
            say.gradeSince(grade, format.day(dayIn(timeZone, gradeSince))),
            ...(gradeBefore === undefined ? [] : [say.gradeBefore(gradeBefore)]),
          ];
    const due =
      dueDay === undefined ? [] : [dueDay <= format.today() ? say.isDue : say.mayChange(format.relative(dueDay))];
    return [...graded, say.workedOut(format.relative(score.scoredAt)), ...due].join(' ');
  }

  /** Nobody has scored it; where a model has not learned enough, that is no failure and says what is missing. */
  #renderUnscored(plan: ScoringPlan, say: ScoreSentences): TemplateResult {
    if ('scheme' in plan) return emptyState({ icon: chart, title: say.unscoredTitle, text: say.unscoredText });
    if ('table' in plan) return emptyState({ icon: hourglass, title: say.untaughtTitle, text: say.nothingClosedText });
    void this.#reasons.load();
    if (this.#reasons.value?.model)
      return emptyState({ icon: chart, title: say.unscoredTitle, text: say.unscoredText });
    const { missingWon, missingLost } = this.refusal?.params ?? {};
    const missing = [Number(missingWon ?? 0), Number(missingLost ?? 0)] as const;
    const text = missing[0] + missing[1] > 0 ? say.missing(...missing) : say.untaughtText;
    return emptyState({ icon: hourglass, title: say.untaughtTitle, text });
  }

  #renderFailure(error: unknown, retry: () => void, say: ScoreSentences): TemplateResult {
    const { code } = problemOf(error);
    if (code === 'store/denied' || code.startsWith('permissions/'))
      return html`<div role="status">${emptyState({ icon: ban, title: say.deniedTitle, text: say.deniedText })}</div>`;
    return failure([{ retry }], say);
  }

  #renderWaiting(say: ScoreSentences): TemplateResult {
    const shape = html`<div class="score compact" aria-hidden="true">${skeleton('short')}${skeleton('wide')}${skeleton('half')}${skeleton('wide')}</div>`;
    return html`<div class="score ${this.isCompact ? 'compact' : 'panel'}" role="status" aria-busy="true"><span class="unseen">${say.loading}</span>${this.#score.isSlow ? shape : nothing}</div>`;
  }

  async #openByHand(anchor: HTMLElement, plan: ScoringPlan, score: Score): Promise<void> {
    (await this.#byHand.load())?.open(anchor, plan, score, () => this.#score.value);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kith-score-explain': KithScoreExplain;
  }
}
