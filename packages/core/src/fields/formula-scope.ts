import { wholesAt } from '../filters/own-value.js';
import { valueAt } from '../kernel/value-at.js';
import type { ValueType } from './definition.js';
import type { Field } from './field.js';
import type { FormulaScope } from './formula/compile.js';
import type { Formula } from './formula/formula.js';
import type { FormulaType } from './formula/value.js';
import type { FieldRegistry } from './registry.js';

/** The fields that a formula of a kind may name: built-in ones by their path, the others by their name. */
export function formulaScope(
  registry: FieldRegistry,
  { on, name: own }: { readonly on: string; readonly name: string },
): FormulaScope {
  return {
    names: registry.fieldsOf(on).map(({ name }) => name),
    field(name) {
      // A field that reads itself goes round in a circle, which is said later; here it may be of any type.
      const field = registry.field(on, name);
      if (name === own) return { type: field ? typeIn(field) : 'blank', read: () => undefined };
      if (!field || name !== field.name) return undefined;
      const { path } = field;
      return { type: typeIn(field), read: path.includes('.') ? readerOf(path, field) : (row) => valueAt(row, path) };
    },
  };
}

/** Lists on the way, as of e-mail addresses, give a list of what stands in their items. */
function readerOf(path: string, { isMany, type }: Field): (row: unknown) => unknown {
  if (!isMany || type === 'rollUp' || type === 'choices') return (row) => valueAt(row, path);
  const steps = path.split('.');
  const isMoney = type === 'money';
  return (row) => {
    const items = wholesAt(steps, row).flat();
    return items.filter((item) => (isMoney ? typeof item === 'object' : typeof item === 'string'));
  };
}

function typeIn({ valueType, isMany }: Field): FormulaType {
  if (isMany) return valueType === 'money' ? 'moneys' : 'texts';
  switch (valueType) {
    case 'number':
    case 'percent':
      return 'number';
    case 'money':
    case 'day':
    case 'instant':
    case 'boolean':
      return valueType;
    case 'choices':
      return 'texts';
    case 'text':
    case 'longText':
    case 'choice':
    case 'email':
    case 'phone':
    case 'url':
    case 'reference':
    case 'user':
      return 'text';
  }
}

/** What a formula's values are as those of a field. */
export const typeOfFormula = (type: Formula['type']): ValueType => type;
