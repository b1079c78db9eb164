import { dayIn } from '@kith/core';
import type { Score, TrainedModel } from '@kith/core/scoring';
import { modelOf, type ScoringPlan, versions } from '@kith/store/scoring';
import { css, html, nothing, type TemplateResult } from 'lit';
import { addStyles } from '../base/add-styles.js';
import { Live } from '../base/live.js';
import { sentencesIn } from '../base/locale.js';
import { styled } from '../base/styled.js';
import { registryOf } from '../lists/registry-of.js';
import { readReasons } from './read-reasons.js';
import { type ReasonContext, reasonFigure, reasonLabel, reasonNotes } from './reason-view.js';
import type { Reason, Reasons } from './reasons.js';
import { type ReasonSentences, reasonMessages } from './reasons.messages.js';
import type { ScoreHost } from './score-host.js';
import { plain } from './signed.js';

/** So many reasons always stand there: the strongest. */
const FEW = 4;
/** So many stand there without being asked for, where there is room. */
const MANY = 12;

/** The reasons of a score, as a table whose bars grow either way. */
export class ScoreReasons {
  readonly #host: ScoreHost;
  readonly #models: Live<ReturnType<typeof versions>>;
  #reasons: Reasons | undefined;
  #failure: unknown;
  #readFor: { readonly plan: ScoringPlan; readonly score: Score; readonly row: unknown } | undefined;
  #showsAll = false;

  constructor(host: ScoreHost) {
    this.#host = host;
    addStyles(host, reasonStyles);
    this.#models = new Live(host, () => {
      const { plan } = host;
      return plan && 'model' in plan ? versions(modelOf(plan)) : undefined;
    });
  }

  /** The newest model, where one scores. */
  get model(): TrainedModel | undefined {
    return this.#models.value?.[0];
  }

  /** Reads the reasons anew. */
  retry(): void {
    this.#readFor = undefined;
    this.#failure = undefined;
    this.#host.requestUpdate();
  }

  get failure(): unknown {
    return this.#failure;
  }

  render(plan: ScoringPlan, score: Score, row: unknown): TemplateResult | typeof nothing {
    void this.#read(plan, score, row);
    const reasons = this.#reasons;
    if (!reasons) return nothing;
    const say = sentencesIn(reasonMessages, this.#host.locale);
    if (reasons.all.length === 0) return html`<p class="score-none subtle">${say.none}</p>`;
    const context = this.#context(plan, score, say);
    const isMore = reasons.all.length > (this.#host.isCompact ? FEW : MANY);
    const isFew = isMore && !this.#showsAll;
    const shown = isFew ? reasons.all.slice(0, FEW) : reasons.all;
    return html`
      <table class="score-reasons ${isOneSided(shown) ? 'one-sided' : ''}" part="reasons">
        <caption class="unseen">${isFew ? say.strongest : say.all}</caption>
        <thead class="unseen"><tr><th scope="col">${say.reason}</th><th scope="col">${headOf(reasons, say)}</th></tr></thead>
        ${this.#host.isCompact || isFew ? html`<tbody>${this.#rows(shown, reasons, context)}</tbody>` : this.#groups(reasons, context)}
      </table>
      ${isMore ? this.#renderMore(isFew, reasons.all.length, say) : nothing}
      ${this.#host.isCompact ? nothing : this.#renderModel(say)}
    `;
  }

  #context(plan: ScoringPlan, score: Score, say: ReasonSentences): ReasonContext {
    const { activeStore, names, locale } = this.#host;
    const registry = registryOf(activeStore);
    const events = 'scheme' in plan ? plan.events?.collection.kind : undefined;
    return {
      plan,
      names,
      say,
      locale,
      fields: registry.fieldsOf(plan.of.kind),
      eventFields: events ? registry.fieldsOf(events) : [],
      isDue: score.dueDay !== undefined && score.dueDay <= locale.format.today(),
    };
  }

  /** By axis, with what limits took off at the end; a model's have no axes. */
  #groups(reasons: Reasons, context: ReasonContext): unknown {
    const { say, locale } = context;
    if (reasons.unit !== 'points')
      return html`
        <tbody>
          ${reasons.base === undefined ? nothing : html`<tr class="base"><th scope="row">${say.base}</th><td class="number">${locale.format.percent(Math.round(reasons.base * 10) / 10)}</td></tr>`}
          ${this.#rows(reasons.all, reasons, context)}
        </tbody>
      `;
    const ofAxis = (axis: 'fit' | 'engagement'): readonly Reason[] =>
      reasons.all.filter(({ about }) => ('axis' in about ? about.axis : 'of' in about && about.of) === axis);
    const others = reasons.all.filter(({ about }) => about.kind === 'rest' || ('of' in about && about.of === 'total'));
    const groups: readonly (readonly [label: string, members: readonly Reason[]])[] = [
      [say.fit, ofAxis('fit')],
      [say.engagement, ofAxis('engagement')],
      [say.whole, others],
    ];
    return groups.map(([label, members]) =>
      members.length === 0
        ? nothing
        : html`
          <tbody>
            <tr class="axis"><th scope="rowgroup">${label}</th><td class="number">${plain(
              members.reduce((sum, { push }) => sum + push, 0),
              locale.format,
            )}</td></tr>
            ${this.#rows(members, reasons, context)}
          </tbody>
        `,
    );
  }

  #rows(shown: readonly Reason[], reasons: Reasons, context: ReasonContext): unknown {
    const most = Math.max(...reasons.all.map(({ push }) => Math.abs(push)));
    return shown.map((reason) => {
      const notes = this.#host.isCompact ? [] : reasonNotes(reason, context);
      const share = Math.max(2, Math.round((100 * Math.abs(reason.push)) / most));
      return html`
        <tr class=${reason.push < 0 ? 'against' : 'for'}>
          <th scope="row">
            <span class="score-label"><bdi>${reasonLabel(reason, context)}</bdi></span>
            ${notes.length > 0 ? html`<span class="score-notes">${notes.join(' · ')}</span>` : nothing}
            <span class="score-bar" aria-hidden="true"><span .style=${styled(`--share:${share}%`)}></span></span>
          </th>
          <td class="number"><bdi dir="ltr">${reasonFigure(reason, reasons.unit, context)}</bdi></td>
        </tr>
      `;
    });
  }

  #renderMore(isFew: boolean, count: number, say: ReasonSentences): TemplateResult {
    const toggle = (): void => {
      this.#showsAll = isFew;
      this.#host.requestUpdate();
    };
    return html`<button type="button" class="button quiet small" aria-expanded=${isFew ? 'false' : 'true'} @click=${toggle}>${isFew ? say.showAll(count) : say.showFew}</button>`;
  }

  /** On what the model was trained and tested, and what was warned about. */
  #renderModel(say: ReasonSentences): TemplateResult | typeof nothing {
    const { model } = this;
    if (!model) return nothing;
    const { format, timeZone } = this.#host.locale;
    const trained = say.model(model.version, format.day(dayIn(timeZone, model.createdAt)));
    const tested =
      model.quality && say.tested(model.quality.tested, format.number(Math.round(model.quality.auc * 100) / 100));
    const warned = [...new Set(model.warnings.map(({ field }) => field))];
    return html`<p class="score-when">${tested ? format.list([trained, tested]) : trained}.${warned.length > 0 ? html` ${say.warned(warned)}` : nothing}</p>`;
  }

  async #read(plan: ScoringPlan, score: Score, row: unknown): Promise<void> {
    const before = this.#readFor;
    if (before && before.plan === plan && before.score === score && before.row === row) return;
    const store = this.#host.activeStore;
    if (!store) return;
    const mine = { plan, score, row };
    this.#readFor = mine;
    if (before?.plan !== plan || before.score.id !== score.id) {
      this.#reasons = undefined;
      this.#showsAll = false;
    }
    try {
      const reasons = await readReasons(store, plan, score);
      if (this.#readFor !== mine) return;
      this.#reasons = reasons;
      this.#failure = undefined;
    } catch (error) {
      if (this.#readFor !== mine) return;
      this.#failure = error;
    }
    this.#host.requestUpdate();
  }
}

const headOf = ({ unit }: Reasons, say: ReasonSentences): string =>
  unit === 'points' ? say.points : unit === 'percent' ? say.percentPoints : say.odds;

const isOneSided = (reasons: readonly Reason[]): boolean =>
  reasons.every(({ push }) => push >= 0) || reasons.every(({ push }) => push <= 0);

/** The looks of the table: a label and a figure in a line, and the bar below them, growing from the middle. */
const reasonStyles = css`
  .score-reasons { display: grid; grid-template-columns: minmax(0, 1fr); inline-size: 100%; border-collapse: collapse; }
  .score-reasons tbody, .score-reasons thead { display: grid; grid-template-columns: minmax(0, 1fr); }
  .score-reasons tbody + tbody { margin-block-start: 10px; }
  .score-reasons tr { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 0 12px; align-items: start; padding-block: 5px; break-inside: avoid; }
  .score-reasons th { display: grid; grid-template-columns: minmax(0, 1fr); padding: 0; font-weight: var(--kith-weight); text-align: start; }
  .score-reasons td { min-inline-size: 56px; padding: 0; text-align: end; font-weight: var(--kith-weight-medium); white-space: nowrap; }
  .score-reasons .axis { padding-block: 4px 6px; border-block-end: 1px solid var(--kith-border); margin-block-end: 4px; }
  .score-reasons .axis > * { font-size: var(--kith-size-sm); font-weight: var(--kith-weight-strong); }
  .score-reasons .base > * { color: var(--kith-text-muted); }
  .score-label { overflow-wrap: anywhere; }
  .score-notes { font-size: var(--kith-size-sm); color: var(--kith-text-subtle); text-wrap: pretty; }
  .for > td { color: var(--kith-positive-text); }
  .against > td { color: var(--kith-negative-text); }
  .score-bar { position: relative; display: block; block-size: 6px; margin-block-start: 4px; border-radius: 3px; background: var(--kith-surface-sunken); box-shadow: inset 0 0 0 1px var(--kith-border); overflow: hidden; }
  .score-bar::after { content: ''; position: absolute; inset-block: 0; inset-inline-start: 50%; inline-size: 1px; background: var(--kith-border-strong); }
  .score-bar > span { position: absolute; inset-block: 0; inline-size: calc(var(--share) / 2); }
  .for .score-bar > span { inset-inline-start: 50%; border-radius: 0 3px 3px 0; background: var(--kith-positive-fill); }
  .against .score-bar > span { inset-inline-end: 50%; background: repeating-linear-gradient(135deg, var(--kith-negative-fill) 0 4px, var(--kith-negative-subtle) 4px 6px); }
  .one-sided .score-bar::after { display: none; }
  .one-sided .score-bar > span { inline-size: var(--share); }
  .one-sided .for .score-bar > span { inset-inline-start: 0; }
  .one-sided .against .score-bar > span { inset-inline-end: auto; inset-inline-start: 0; }
  .score-none { padding-block: 4px; }
  .score-reasons + * { margin-block-start: 8px; }
  .compact .score-reasons + .button { margin-block-start: 2px; padding-inline: 0; }
  @media (forced-colors: active) {
    .score-bar { border: 1px solid CanvasText; }
    .for .score-bar > span { background: Highlight; }
    .against .score-bar > span { background: repeating-linear-gradient(135deg, CanvasText 0 3px, Canvas 3px 6px); forced-color-adjust: none; }
  }
`;
