import type { Day, FieldCondition, Filter, FilterValue, Instant } from '@kith/core';
import type { Field } from '@kith/core/fields';
import { labelOf } from '../base/label-of.js';
import type { Locale } from '../base/locale.js';
import { countryName, languageName } from '../parts/place-name.js';
import type { ReasonSentences } from './reasons.messages.js';

/** What conditions are put in words with. */
export interface RuleWords {
  readonly fields: readonly Field[];
  readonly locale: Locale;
  readonly say: ReasonSentences;
}

/** A condition in words, such as `Job title with “head”`; undefined where words would say less than the rule's own name. */
export function ruleWords(filter: Filter, words: RuleWords): string | undefined {
  if ('and' in filter) return together(filter.and, words, words.locale.format.list);
  if ('or' in filter) return together(filter.or, words, words.say.or);
  if ('not' in filter) {
    const inner = ruleWords(filter.not, words);
    return inner && words.say.not(inner);
  }
  return conditionWords(filter, words);
}

function together(
  filters: readonly Filter[],
  words: RuleWords,
  join: (parts: readonly string[]) => string,
): string | undefined {
  const parts = filters.map((each) => ruleWords(each, words));
  return parts.length > 0 && parts.every((part) => part !== undefined) ? join(parts) : undefined;
}

function conditionWords(condition: FieldCondition, { fields, locale, say }: RuleWords): string | undefined {
  const field = fields.find(({ path }) => path === condition.field);
  if (!field) return undefined;
  const label = labelOf(field, locale);
  switch (condition.is) {
    case 'exists':
      return condition.value ? say.filled(label) : say.missing(label);
    case 'contains':
      return say.contains(label, textOf(condition.value, field, { locale, say }) ?? condition.value);
    case 'startsWith':
      return say.startsWith(label, condition.value);
    case 'in': {
      const values = condition.value.map((value) => textOf(value, field, { locale, say }));
      return values.every((value) => value !== undefined) ? say.is(label, say.or(values)) : undefined;
    }
    default: {
      if (condition.value === null) return condition.is === 'ne' ? say.filled(label) : say.missing(label);
      const value = textOf(condition.value, field, { locale, say });
      return value === undefined ? undefined : say[WAYS[condition.is]](label, value);
    }
  }
}

const WAYS = { eq: 'is', ne: 'isNot', lt: 'less', lte: 'most', gt: 'more', gte: 'least' } as const;

/** A value in words; undefined for what has no words of its own: ids, and days that are counted from today. */
export function textOf(
  value: FilterValue,
  field: Field | undefined,
  { locale, say }: Pick<RuleWords, 'locale' | 'say'>,
): string | undefined {
  if (value === null || typeof value === 'object' || field?.to !== undefined) return undefined;
  if (typeof value === 'boolean') return value ? say.yes : say.no;
  switch (field?.valueType) {
    case 'choice':
    case 'choices': {
      const option = field.options?.find((each) => each.value === value);
      return option ? labelOf({ name: option.value, labels: option.labels }, locale) : String(value);
    }
    case 'boolean':
      return value === 'true' ? say.yes : value === 'false' ? say.no : String(value);
    case 'user':
      return undefined;
    case 'day':
      return locale.format.day(value as Day);
    case 'instant':
      return locale.format.instant(value as Instant);
    default:
      if (typeof value === 'number') return locale.format.number(value);
      if (field?.name === 'language') return languageName(value, locale.lang);
      return field?.name === 'country' ? countryName(value, locale.lang) : value;
  }
}
