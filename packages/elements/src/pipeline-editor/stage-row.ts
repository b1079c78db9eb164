import type { Stage } from '@kith/core';
import { html, nothing, type TemplateResult } from 'lit';
import type { Locale } from '../base/locale.js';
import { stagePie } from '../pipelines/stage-pie.js';
import type { PipelineEditorSentences } from './pipeline-editor.messages.js';

/** What a line of a stage shows. */
export interface StageRowOptions {
  readonly stage: Stage;
  /** How many deals are in it; undefined while nobody knows. */
  readonly count: number | undefined;
  readonly say: PipelineEditorSentences;
  readonly locale: Locale;
  /** Opens it; left out, its name is no button. */
  readonly open?: (() => void) | undefined;
}

/** A stage in a line: its name, what it means for a deal to be here, how many are, and what holds for them. */
export function stageRow({ stage, count, say, locale, open }: StageRowOptions): TemplateResult {
  const name = stage.name.trim() || say.nameless;
  const { format } = locale;
  return html`
    <div class="about">
      <div class="what">
        ${stagePie(stage)}
        ${open ? html`<button type="button" class="stage-name" data-open=${String(stage.id)} @click=${open}><bdi>${name}</bdi></button>` : html`<b class="stage-name"><bdi>${name}</bdi></b>`}
      </div>
      <span class="muted kind"><bdi>${stage.type === 'open' ? format.percent(stage.probability) : say.types[stage.type]}</bdi>${count ? html`<span class="subtle"> · <bdi>${say.deals(count)}</bdi></span>` : nothing}</span>
      <span class="marks">${marksOf(stage, say, locale).map((text) => html`<span class="badge plain">${text}</span>`)}</span>
    </div>
  `;
}

/** What holds for a stage, as far as one word says it. */
function marksOf(
  { type, rottingDays, rules = {} }: Stage,
  say: PipelineEditorSentences,
  { format }: Locale,
): readonly string[] {
  const { start, category, limit, amountLimit, requires = [], enter, leave, movers, approvers } = rules;
  return [
    ...(start ? [say.start] : []),
    ...(category ? [say.categories[category]] : []),
    ...(rottingDays === undefined || type === 'hold' ? [] : [say.rots(rottingDays)]),
    ...(limit ? [say.limited(limit.most)] : []),
    ...(amountLimit ? [say.limitedTo(format.roundMoney(amountLimit.most))] : []),
    ...(requires.length > 0 ? [say.asks(requires.length)] : []),
    ...(enter || leave ? [say.conditioned] : []),
    ...(movers ? [say.restricted] : []),
    ...(approvers ? [say.approved] : []),
  ];
}
