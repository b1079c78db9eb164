import type { Field } from '@kith/core/fields';
import { isSame } from '@kith/core/imports';
import { valuesAt } from '../lists/cell.js';
import type { FieldChange } from './entry.js';

/**
 * Which fields of a row became others, in the order of the registry. What follows from what happens (stamps, computed
 * values) is not told, nor is what a deal's move brings with it: the move is an entry of its own.
 */
export function changesOf(
  from: unknown,
  to: unknown,
  changed: readonly string[],
  fields: readonly Field[],
): readonly FieldChange[] {
  if (changed.includes('stageHistory')) return [];
  return fields.flatMap(({ path, isReadOnly, type }) => {
    const [name = ''] = path.split('.');
    if (isReadOnly || type === 'formula' || type === 'rollUp' || !changed.includes(name)) return [];
    const [before, after] = [valuesAt(from, path), valuesAt(to, path)];
    return isSame(before, after) ? [] : [{ name: path, from: before, to: after }];
  });
}
