import type { Field } from '@kith/core/fields';

/** Whether rows can be grouped by a field: it has one value, and many rows share it. */
export const isGroupable = ({ isMany, valueType, path }: Field): boolean =>
  !isMany &&
  path !== 'name' &&
  (valueType === 'choice' ||
    valueType === 'user' ||
    valueType === 'reference' ||
    valueType === 'boolean' ||
    valueType === 'text');

/** Whether the values of a field can be added up. */
export const isSummable = ({ isMany, valueType }: Field): boolean =>
  !isMany && (valueType === 'number' || valueType === 'money');
