import type { Problem } from '../kernel/result.js';
import type { EntityDefinition } from './definition.js';
import type { Field } from './field.js';

/** All kinds of entities and their fields, wherever they come from. It never changes: another definition is another registry. */
export interface FieldRegistry {
  readonly entities: readonly EntityDefinition[];
  entity(kind: string): EntityDefinition | undefined;
  /** The fields of a kind, built-in ones first, in the order in which they were declared or, where somebody has put them in one, by their `rank`; none for a kind that is not there. */
  fieldsOf(kind: string): readonly Field[];
  /** The field at a path (`amount`, `customFields.budget`), or of a name. */
  field(kind: string, pathOrName: string): Field | undefined;
  /** The computed fields of a kind, each behind those it reads. */
  computedOf(kind: string): readonly Field[];
  /** Roll-ups that rows of a kind count in, those that others read first. */
  rollUpsOver(kind: string): readonly Field[];
  /** Every roll-up, each behind those it reads. */
  readonly rollUps: readonly Field[];
  /** Definitions that do not fit and are left out: two tabs can make what only together goes round in a circle. */
  readonly problems: readonly Problem[];
}
