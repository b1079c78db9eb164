import type { Store } from '@kith/store';
import { html, type TemplateResult } from 'lit';
import { type FieldsPageOptions, withTrouble } from './fields-page.js';
import { openPipelineBook } from './pipeline-book.js';
import { now } from './sales.js';
import { styled } from './styled.js';

/** A page of the house with the editor of pipelines on it. */
export const pipelinePage = (
  { book = 'open', width }: FieldsPageOptions = {},
  content: TemplateResult = html`<kith-pipeline-editor></kith-pipeline-editor>`,
): TemplateResult => html`
  <kith-app .store=${openBook(book)} .now=${now} time-zone="Europe/Vienna">
    <div .style=${styled(width ? `max-inline-size: ${width}px` : '')}>${content}</div>
  </kith-app>
`;

async function openBook(book: NonNullable<FieldsPageOptions['book']>): Promise<Store> {
  if (book === 'loading') return new Promise<Store>(() => {});
  return withTrouble(await openPipelineBook({ isEmpty: book === 'empty' }), book);
}
