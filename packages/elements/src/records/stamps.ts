import { dayIn, type Instant } from '@kith/core';
import { html, nothing, type TemplateResult } from 'lit';
import type { Locale } from '../base/locale.js';
import type { RecordSentences } from './messages.js';
import type { RowSight } from './sight.js';

/** When a record was made and changed last: a line below its details. */
export function stampsLine(
  { createdAt, modifiedAt }: { readonly createdAt?: Instant; readonly modifiedAt?: Instant },
  sight: RowSight,
  say: RecordSentences,
  { format, timeZone }: Locale,
): TemplateResult | typeof nothing {
  const created =
    createdAt && sight.sees('createdAt') ? say.created(format.day(dayIn(timeZone, createdAt))) : undefined;
  const changed = modifiedAt && sight.sees('modifiedAt') ? say.changed(format.relative(modifiedAt)) : undefined;
  const parts = [created, changed].filter((part) => part !== undefined);
  return parts.length === 0 ? nothing : html`<p class="details-foot">${parts.join(' · ')}</p>`;
}
