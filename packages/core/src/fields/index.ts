export { builtInEntities } from '../built-in/entities.js';
export { fieldRegistry } from '../built-in/field-registry.js';
export { entityFields } from '../kernel/entity.js';
export { own, valueAt } from '../kernel/value-at.js';
export { checkDefinition } from './check-definition.js';
export { checkRow, customValues, isEmpty, type RowCheck } from './check-row.js';
export { formulaProblems, type NewValues, withFormulas, withoutComputed, withValues } from './compute.js';
export { defaultsOf } from './defaults.js';
export {
  EntityDefinition,
  FieldAccess,
  FieldDefinition,
  FieldOption,
  FieldType,
  Labels,
  RollUp,
  Sensitivity,
  type ValueType,
} from './definition.js';
export { type CustomEntity, customEntitySchema } from './entity-definition.js';
export type { BuiltInEntity, BuiltInField, Field } from './field.js';
export type { FormulaScope } from './formula/compile.js';
export { type Formula, type FormulaResult, makeFormula } from './formula/formula.js';
export { FUNCTION_NAMES as formulaFunctions } from './formula/functions.js';
export type { FormulaType } from './formula/value.js';
export { formulaScope } from './formula-scope.js';
export { isKnownPath } from './known-path.js';
export { labelIn } from './labels.js';
export { makeRegistry, type RegistryParts } from './make-registry.js';
export { protectedFields } from './protected-fields.js';
export type { FieldRegistry } from './registry.js';
export {
  advanceRollUp,
  countsFor,
  FROM_SCRATCH,
  isRollUp,
  type RolledUp,
  type RollUpField,
  type RollUpTotal,
  rollUpOf,
  rollUpTotal,
} from './roll-up.js';
export { valueProblem } from './value-problem.js';
