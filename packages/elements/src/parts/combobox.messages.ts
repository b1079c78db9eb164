import type { Format } from '../base/format.js';
import { type Messages, translated } from '../base/locale.js';

/** What a combobox says. */
export interface ComboboxSentences {
  readonly required: string;
  readonly show: string;
  readonly remove: (label: string) => string;
  readonly loading: string;
  readonly none: (text: string) => string;
  readonly empty: string;
  readonly failed: string;
  readonly again: string;
  readonly create: (text: string) => string;
  readonly count: (count: number) => string;
}

export const comboboxMessages: Messages<ComboboxSentences> = translated<ComboboxSentences>(
  'combobox',
  (format: Format) => ({
    required: 'Choose one.',
    show: 'Show choices',
    remove: (label) => `Remove ${label}`,
    loading: 'Looking…',
    none: (text) => `Nothing found for “${text}”.`,
    empty: 'There is nothing to choose yet.',
    failed: 'The choices could not be loaded.',
    again: 'Try again',
    create: (text) => `Create “${text}”`,
    count: (count) => format.plural(count, { one: '1 choice', other: `${format.number(count)} choices` }),
  }),
);
