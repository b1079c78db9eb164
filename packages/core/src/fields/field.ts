import type { EntityDefinition, FieldDefinition, Labels, ValueType } from './definition.js';
import type { Formula } from './formula/formula.js';

/** A field that a kind of entity has from the start; `name` is its path in the row, such as `amount` or `emails.value`. */
export interface BuiltInField
  extends Omit<FieldDefinition, 'on' | 'type' | 'required' | 'default' | 'formula' | 'rollUp' | 'unique'> {
  readonly type: ValueType;
  readonly labels: Labels;
  readonly required?: boolean;
  /** A row may have several values of it. */
  readonly isMany?: boolean;
  /** It follows from what happens (a stamp, a status), and no form asks for it. */
  readonly isReadOnly?: boolean;
  /** Part of a detail that came to rows when houses had fields already: its first word is still free for theirs. */
  readonly isDetail?: boolean;
}

/** A kind of entity with the fields it has from the start. */
export interface BuiltInEntity extends EntityDefinition {
  readonly fields: readonly BuiltInField[];
}

/** One field of a kind of entity as lists, forms, filters, imports and exports walk it, wherever it comes from. */
export interface Field extends FieldDefinition {
  /** Where its value stands in a row, for filters and columns: `amount`, `customFields.budget`. */
  readonly path: string;
  /** Kith's own, declared by the host in code, or made while the application runs. */
  readonly origin: 'built-in' | 'host' | 'stored';
  /** What its values are: what a formula comes to, for one. */
  readonly valueType: ValueType;
  /** A row may have several values of it, in a list: e-mail addresses, a sum in several currencies. */
  readonly isMany: boolean;
  /** Nobody writes it: it is computed or stamped. */
  readonly isReadOnly: boolean;
  readonly isDetail?: boolean;
  /** The checked formula of a formula field. */
  readonly compiled?: Formula;
}
