import type { FieldOption } from '@kith/core/fields';
import { optionValueFrom } from './field-name.js';

/**
 * Options as they are stored: what rows hold of a new one is what it is called by then, so that exports and formulas can
 * be read; what rows hold already stays.
 */
export function settledOptions(
  options: readonly FieldOption[],
  before: readonly FieldOption[],
  language: string,
): readonly FieldOption[] {
  const held = before.map(({ value }) => value);
  const taken = [...held];
  return options.map((option) => {
    if (held.includes(option.value)) return option;
    const label = option.labels?.[language]?.trim() || option.value;
    const value = optionValueFrom(label, taken);
    taken.push(value);
    return { ...option, value };
  });
}
