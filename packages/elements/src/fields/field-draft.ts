import type { FieldDefinition, FieldType } from '@kith/core/fields';

/** The types in the order in which a form offers them, under the headings it has for them. */
export const TYPE_GROUPS = {
  text: ['text', 'longText', 'email', 'phone', 'url'],
  number: ['number', 'percent', 'money'],
  time: ['day', 'instant'],
  choice: ['boolean', 'choice', 'choices'],
  link: ['reference', 'user'],
  computed: ['formula', 'rollUp'],
} as const satisfies Readonly<Record<string, readonly FieldType[]>>;

const ONLY_FOR: Readonly<Partial<Record<keyof FieldDefinition, readonly FieldType[]>>> = {
  options: ['choice', 'choices'],
  to: ['reference'],
  formula: ['formula'],
  rollUp: ['rollUp'],
  currency: ['money'],
  decimals: ['number', 'percent'],
  least: ['text', 'longText', 'number', 'money', 'percent', 'choices'],
  most: ['text', 'longText', 'number', 'money', 'percent', 'choices'],
  unique: ['text', 'number', 'email', 'phone', 'url', 'reference', 'day'],
  searched: ['text', 'longText', 'email', 'phone', 'url', 'choice', 'choices'],
};

/** Whether a part of a definition means anything for a type. */
export const isFor = (part: keyof FieldDefinition, type: FieldType): boolean => {
  if (part === 'required' || part === 'default') return type !== 'formula' && type !== 'rollUp';
  return ONLY_FOR[part]?.includes(type) ?? true;
};

/** A definition as it is stored: without parts that mean nothing for its type, and without empty ones. */
export function tidied(draft: FieldDefinition): FieldDefinition {
  const entries = Object.entries(draft).filter(
    ([part, value]) =>
      value !== undefined &&
      (value !== false || part === 'default') &&
      isFor(part as keyof FieldDefinition, draft.type) &&
      !isBlank(value),
  );
  const { labels, help, access, ...rest } = Object.fromEntries(entries) as FieldDefinition;
  const roles = access && filled(access);
  return {
    ...rest,
    labels: spoken(labels ?? {}),
    ...(help && Object.keys(spoken(help)).length > 0 && { help: spoken(help) }),
    ...(roles && Object.keys(roles).length > 0 && { access: roles }),
  };
}

const isBlank = (value: unknown): boolean => value === '' || (Array.isArray(value) && value.length === 0);

/** Words in the languages in which there are any. */
const spoken = (words: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(words).filter(([, text]) => text.trim() !== ''));

const filled = <Lists extends object>(lists: Lists): Lists =>
  Object.fromEntries(Object.entries(lists).filter(([, list]) => !isBlank(list) && list !== undefined)) as Lists;

/** A definition to begin another type from: what it needs is there, and what it cannot have is gone. */
export function ofType(draft: FieldDefinition, type: FieldType): FieldDefinition {
  const { default: _, ...rest } = draft;
  const next: FieldDefinition = { ...rest, type };
  if (isFor('options', type) && !next.options?.length) return { ...next, options: [] };
  if (type === 'formula') return { ...next, formula: next.formula ?? '' };
  if (type === 'reference') return { ...next, to: next.to ?? 'company' };
  return next;
}

/** Whether what a definition asks of values is another now: then the rows there are may not fit any more. */
export const asksOtherwise = (before: FieldDefinition, after: FieldDefinition): boolean =>
  JSON.stringify(askedBy(before)) !== JSON.stringify(askedBy(after));

const askedBy = ({ type, options, least, most, decimals, currency, to, unique }: FieldDefinition): unknown => [
  type,
  (options ?? []).map(({ value }) => value).sort(),
  [least, most, decimals, currency, to, unique ?? false],
];
