import { labelIn } from '@kith/core/fields';
import { type Labels, type Locale, wordsOf } from './locale.js';

/** What has labels: a field, a choice of one, or a kind of rows. */
export interface Labelled {
  readonly name: string;
  readonly labels?: Readonly<Record<string, string>> | undefined;
  /** Of a field: the kind it belongs to. */
  readonly on?: string;
}

/**
 * What something is called in the reader's language: by its own label in it, else, where it has the name that a field of
 * Kith has, as Kith calls that; else in English.
 */
export function labelOf(labelled: Labelled, { lang, language }: Pick<Locale, 'lang' | 'language'>): string {
  const { labels = {}, on, name } = labelled;
  const words = wordsOf(language)?.labels ?? {};
  return (
    own(labels, lang) ??
    own(labels, language) ??
    own(words, `${on}.${name}`) ??
    own(words, labels.en ?? '') ??
    labelIn(labelled, lang)
  );
}

const own = (labels: Labels, key: string): string | undefined => (Object.hasOwn(labels, key) ? labels[key] : undefined);
