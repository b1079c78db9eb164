export {
  type BringOptions,
  type BroughtUp,
  bringUpToDate,
  type FieldFinding,
} from './bring-up-to-date.js';
export {
  collectionOf,
  entityDefinitions,
  fieldDefinitions,
  type StoredEntity,
  type StoredField,
} from './collection.js';
export { create, define, defineEntity, edit, remove, removeEntity, removeKind } from './commands.js';
export { type ErasedValues, type EraseOptions, eraseValues } from './erase-values.js';
export type { SliceOptions } from './field-slices.js';
export { lookAtClock } from './look-at-clock.js';
export { place } from './place-field.js';
export { all, byId, definitions, entities } from './queries.js';
export { type CustomFields, type CustomFieldsOptions, customFields } from './rules.js';
export { type DefinitionTrial, type TrialOptions, tryDefinition } from './try-definition.js';
