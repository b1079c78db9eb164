import { type Locale, sentencesIn } from '../base/locale.js';
import { type Point, primaryPoint } from '../contacts/points.js';
import type { EditableField } from '../parts/editable-field.js';
import { pointLink, pointText } from '../parts/point-link.js';
import { recordMessages } from './messages.js';
import { severalRows } from './several-rows.js';

/** What the rows of e-mail addresses, or of telephone numbers, need. */
export interface PointRowsOptions {
  readonly kind: 'email' | 'phone';
  /** What one is called that is for nothing in particular. */
  readonly label: string;
  readonly locale: Locale;
  /** Where a number is dialled that has no code. */
  readonly country: string | undefined;
  /** Whether nobody is to write, or to call. */
  readonly isUnwelcome?: boolean | undefined;
  readonly save: (points: readonly Point[] | undefined, label: string) => Promise<string | undefined>;
}

/** A row for each e-mail address or telephone number of a record, the primary one first, and one to write another into. */
export function pointRows(
  points: readonly Point[] | undefined,
  { kind, label, locale, country, isUnwelcome, save }: PointRowsOptions,
): readonly EditableField[] {
  const name = kind === 'email' ? 'emails' : 'phones';
  const show = isUnwelcome ? pointText : pointLink;
  return severalRows<Point>(points, {
    name,
    labels: { ...sentencesIn(recordMessages, locale)[name], other: label },
    first: primaryPoint(points),
    textOf: ({ value }) => value,
    withText: (item, value) => (value ? { ...(item ?? (points?.length ? {} : { primary: true })), value } : undefined),
    look: (text) => ({
      kind,
      country,
      shown: text && show(kind, text, locale.lang),
      preview: (typed) => typed && show(kind, typed, locale.lang),
    }),
    save,
  });
}
