import type { Company, Contact } from '@kith/core';
import type { Field } from '@kith/core/fields';
import type { FieldMapping, Lead } from '@kith/core/leads';
import { fixedFields } from '@kith/store/leads';

/** What a lead becomes. */
export type Target = FieldMapping['into'];

/** A value of a lead that goes nowhere by itself. */
export interface Unmapped {
  /** Its path in the lead: `answers.size`. */
  readonly from: string;
  readonly value: unknown;
}

/** What stays with the lead as its history, whatever it becomes. */
const OF_THE_LEAD = new Set<string>([
  ...fixedFields,
  'id',
  'firstTouchDueAt',
  'createdAt',
  'createdBy',
  'modifiedAt',
  'modifiedBy',
  'consents',
  'score',
  'grade',
  'landingPage',
  'referrer',
  'campaignId',
  'version',
]);

/** What goes over by itself, by what takes it. */
const BY_ITSELF: Readonly<Record<Target, readonly string[]>> = {
  company: ['companyName', 'website', 'industry', 'employees', 'addresses', 'tags'],
  contact: [
    'name',
    'salutation',
    'givenName',
    'familyName',
    'jobTitle',
    'emails',
    'phones',
    'addresses',
    'language',
    'timeZone',
    'source',
    'tags',
  ],
  deal: ['companyName', 'name', 'estimatedAmount', 'estimatedCloseDay', 'source', 'message', 'tags'],
};

/** Values of a lead that none of these targets takes, beside those that somebody has mapped. */
export function unmappedOf(lead: Lead, targets: readonly Target[]): readonly Unmapped[] {
  const taken = new Set(targets.flatMap((target) => BY_ITSELF[target]));
  const found: Unmapped[] = [];
  for (const [name, value] of Object.entries(lead)) {
    if (OF_THE_LEAD.has(name) || taken.has(name) || value === undefined) continue;
    const parts = isNested(name, value)
      ? Object.entries(value).map(([inner, its]) => [`${name}.${inner}`, its] as const)
      : [[name, value] as const];
    for (const [from, its] of parts) if (its !== undefined && its !== null) found.push({ from, value: its });
  }
  return found;
}

const isNested = (name: string, value: unknown): value is object =>
  ['answers', 'customFields', 'utm', 'bant'].includes(name) && typeof value === 'object' && value !== null;

/** The fields of a target that could take a value: of its type, and written by people. */
export const fieldsFor = (value: unknown, fields: readonly Field[]): readonly Field[] =>
  fields.filter(
    (field) =>
      !field.isReadOnly &&
      !field.isMany &&
      field.to === undefined &&
      (field.path === field.name ? !field.path.includes('.') : field.path.startsWith('customFields.')) &&
      !RESERVED.has(field.path) &&
      takes(field, value),
  );

const RESERVED = new Set(['name', 'ownerId', 'stageId', 'pipelineId', 'status', 'lifecycleStage']);

function takes({ valueType, options }: Field, value: unknown): boolean {
  switch (typeof value) {
    case 'string':
      if (valueType === 'choice') return options?.some((option) => option.value === value) ?? false;
      return valueType === 'text' || valueType === 'longText';
    case 'number':
      return valueType === 'number' || valueType === 'percent';
    case 'boolean':
      return valueType === 'boolean';
    case 'object':
      return valueType === 'money' && value !== null && 'currency' in value;
    default:
      return false;
  }
}

/** What an existing row gains: the fields in which it is another one afterwards. */
export const gainedBy = (before: Company | Contact | undefined, after: object): readonly string[] =>
  Object.keys(after).filter(
    (name) =>
      !OF_THE_ROW.has(name) &&
      JSON.stringify(Reflect.get(before ?? {}, name)) !== JSON.stringify(Reflect.get(after, name)),
  );

const OF_THE_ROW = new Set([
  'id',
  'createdAt',
  'createdBy',
  'modifiedAt',
  'modifiedBy',
  'ownerId',
  'companyId',
  'contactIds',
  'rank',
  'pipelineId',
  'stageId',
]);
