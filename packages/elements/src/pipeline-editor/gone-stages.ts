import type { Id } from '@kith/core';
import { html, nothing, type TemplateResult } from 'lit';
import { select } from '../parts/controls.js';
import { goneFrom, withStageBack } from './draft-steps.js';
import type { PipelineEditorHost } from './editor-host.js';
import type { PipelineEditing } from './pipeline-drafts.js';
import type { PipelineEditorSentences } from './pipeline-editor.messages.js';

/** Stages that the draft does without, each with how many deals are in it and where they go; put back by one press. */
export function goneStages(
  host: PipelineEditorHost,
  { seen, history: { now } }: PipelineEditing,
  say: PipelineEditorSentences,
): TemplateResult | typeof nothing {
  const gone = goneFrom(seen, now);
  if (gone.length === 0) return nothing;
  const choices = now.stages.map(({ id, name }) => ({ value: id, label: name.trim() || say.nameless }));
  const lead = (from: Id<'stage'>, to: string): void =>
    host.change((draft) => ({ ...draft, targets: { ...draft.targets, [from]: to as Id<'stage'> } }));
  return html`
    <div class="section"><h3>${say.gone}</h3></div>
    <ul aria-label=${say.gone}>
      ${gone.map(({ id, name }) => {
        const target = now.targets[id];
        const none = target ? undefined : say.chooseTarget;
        const part = { id: `target-${id}`, label: say.goneTo(name), isBare: true, none, choices, value: target ?? '' };
        const count = host.countIn(id);
        return html`
          <li class="gone" data-gone=${String(id)}>
            <s><bdi>${name}</bdi></s>
            <span class="goes"><span class="muted">${count === 0 ? say.noDeals : say.dealsTo(count ?? 0)}</span>${select({ ...part, onChange: (to) => lead(id, to) })}</span>
            <button type="button" class="button small" @click=${() => host.change((draft) => withStageBack(draft, seen, id))}>${say.putBack}</button>
          </li>
        `;
      })}
    </ul>
  `;
}
