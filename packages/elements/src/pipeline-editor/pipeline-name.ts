import type { TemplateResult } from 'lit';
import { input } from '../parts/controls.js';
import { field } from '../parts/field.js';
import type { PipelineEditorHost } from './editor-host.js';
import type { PipelineDraft } from './pipeline-draft.js';
import type { PipelineEditorSentences } from './pipeline-editor.messages.js';

/** What the pipeline is called, to be typed over; keys one after the other are one step of the draft. */
export function pipelineName(
  host: PipelineEditorHost,
  { name }: PipelineDraft,
  say: PipelineEditorSentences,
): TemplateResult {
  const error = name.trim() === '' ? say.nameMissing : undefined;
  const part = { id: 'pipeline-name', label: say.name, error };
  const onInput = (text: string): void => host.change((draft) => ({ ...draft, name: text }), 'name');
  return field(part, input({ ...part, value: name, longest: 200, isRequired: true, onInput }));
}
