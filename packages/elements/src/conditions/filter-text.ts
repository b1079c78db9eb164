import type { FieldCondition, Filter } from '@kith/core';
import { describeFilter } from '@kith/core/describe';
import type { Field } from '@kith/core/fields';
import { labelOf } from '../base/label-of.js';
import type { Locale } from '../base/locale.js';

/**
 * A whole filter as a sentence in the reader's language, however it was written: fields and choices by their labels, ids by
 * the names that `nameOf` knows.
 */
export function filterText(
  filter: Filter,
  fields: readonly Field[],
  locale: Pick<Locale, 'lang' | 'language' | 'timeZone'>,
  nameOf: (id: string) => string | undefined = () => undefined,
): string {
  const { lang, language, timeZone } = locale;
  const conditions = conditionsOf(filter);
  const words = fields.map((field): readonly [string, { name: string; values: Record<string, string> }] => {
    const options = (field.options ?? []).map(({ value, labels }) => [value, labelOf({ name: value, labels }, locale)]);
    const named = isPointer(field) ? conditions.filter((each) => each.field === field.path).flatMap(idsOf) : [];
    const names = named.flatMap((id) => {
      const name = nameOf(id);
      return name === undefined ? [] : [[id, name]];
    });
    return [field.path, { name: labelOf(field, locale), values: Object.fromEntries([...options, ...names]) }];
  });
  const isSpoken = lang.split('-')[0] === language.split('-')[0];
  return describeFilter(filter, language, {
    fields: Object.fromEntries(words),
    timeZone,
    ...(isSpoken && { lang }),
  });
}

/** Whether a sentence about it says something to a person: each field is known, and none is held against an id. */
export const isSayable = (filter: Filter, fields: readonly Field[]): boolean =>
  conditionsOf(filter).every(({ field: path }) => {
    const field = fields.find((each) => each.path === path || each.path === path.replace(/\.(?:minor|currency)$/, ''));
    return field !== undefined && !isPointer(field);
  });

const isPointer = ({ valueType, to }: Field): boolean => valueType === 'user' || to !== undefined;

const idsOf = ({ value }: FieldCondition): readonly string[] =>
  [value].flat().filter((each) => typeof each === 'string');

function conditionsOf(filter: Filter): readonly FieldCondition[] {
  if ('not' in filter) return conditionsOf(filter.not);
  if ('field' in filter) return [filter];
  return ('and' in filter ? filter.and : filter.or).flatMap(conditionsOf);
}
