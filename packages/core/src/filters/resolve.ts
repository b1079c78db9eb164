import { addDays, startOfDay } from '../kernel/day.js';
import { today } from '../kernel/env.js';
import { instantOf } from '../kernel/instant.js';
import type { FilterMoment, FilterValue } from './filter.js';

/** A value that is the same at any time: what JSON has besides lists and objects. */
export type Scalar = null | boolean | number | string;

/** Whether a value of a condition is itself a scalar. */
export const isScalar = (value: FilterValue): value is Scalar => typeof value !== 'object' || value === null;

/** What a value of a condition stands for at a moment. */
export function resolve(value: FilterValue, moment: FilterMoment): Scalar {
  if (isScalar(value)) return value;
  if ('day' in value) return addDays(today(moment), value.day);
  if ('startOfDay' in value) return startOfDay(addDays(today(moment), value.startOfDay), moment.timeZone);
  return instantOf(Date.parse(moment.now) + value.instant);
}
