import { isSame } from '../kernel/same.js';
import { everything, type Reach, type Reaches } from './reach.js';

type Plain = Readonly<Record<string, unknown>>;

/**
 * A row without what a right does not reach: as if it had never been filled in. What is empty without it goes, too. The
 * same object when nothing is hidden.
 */
export function redact<Row extends object>(row: Row, reaches: Reaches): Row {
  if (reaches === everything) return row;
  return (redactFields(row as Plain, '', reaches) ?? {}) as Row;
}

function redactFields(row: Plain, prefix: string, reaches: Reaches): Plain | undefined {
  const kept: [string, unknown][] = [];
  let isCut = false;
  for (const key of Object.keys(row)) {
    const value = row[key];
    const left = redactValue(value, prefix + key, reaches(prefix + key), reaches);
    if (left !== value) isCut = true;
    if (left !== undefined) kept.push([key, left]);
  }
  if (!isCut) return row;
  return kept.length > 0 ? Object.fromEntries(kept) : undefined;
}

function redactValue(value: unknown, path: string, reach: Reach, reaches: Reaches): unknown {
  if (reach === 'whole') return value;
  if (reach === 'none') return undefined;
  if (Array.isArray(value)) {
    const items = value.map((item: unknown) => redactValue(item, path, reach, reaches));
    if (items.every((item, index) => item === value[index])) return value;
    const left = items.filter((item) => item !== undefined);
    return left.length > 0 ? left : undefined;
  }
  // What holds nothing below it is not within what a rule names below it.
  return isPlain(value) ? redactFields(value, `${path}.`, reaches) : undefined;
}

/**
 * A row as somebody left it who sees part of it, with the part they do not see put back from how it was. What they gave
 * for a field they do not see stays, so that it can be refused. A list of which they see part counts as left alone when it
 * looks so to them, and as replaced otherwise.
 */
export function complete<Row extends object>(before: object, left: Row, reaches: Reaches): Row {
  return completeFields(before as Plain, left as Plain, '', reaches) as Row;
}

function completeFields(before: Plain, left: Plain, prefix: string, reaches: Reaches): Plain {
  const completed = new Map<string, unknown>();
  for (const key of new Set([...Object.keys(before), ...Object.keys(left)])) {
    const path = prefix + key;
    const reach = reaches(path);
    const was = Object.hasOwn(before, key) ? before[key] : undefined;
    const is = Object.hasOwn(left, key) ? left[key] : undefined;
    const value = completeValue(was, is, path, reach, reaches);
    if (value !== undefined) completed.set(key, value);
  }
  return Object.fromEntries(completed);
}

function completeValue(was: unknown, is: unknown, path: string, reach: Reach, reaches: Reaches): unknown {
  if (reach === 'whole' || was === undefined) return is;
  if (reach === 'none') return is ?? was;
  const seen = redactValue(was, path, reach, reaches);
  if (isSame(seen, is)) return was;
  if (!isPlain(was) || !(is === undefined || isPlain(is))) return is ?? was;
  const merged = completeFields(was, is ?? {}, `${path}.`, reaches);
  return Object.keys(merged).length > 0 ? merged : undefined;
}

/**
 * The first path at which somebody gave a value for what they do not see; guessing must not tell what is there. That a row
 * was modified is stamped whether or not it is seen.
 */
export function unseenPath(left: object, reaches: Reaches): string | undefined {
  const seen = redact(left, reaches);
  return seen === left ? undefined : changedPaths(seen, left).find((path) => !MODIFIED.includes(path));
}

/** What every edit stamps. */
export const MODIFIED: readonly string[] = ['modifiedAt', 'modifiedBy'];

/** The paths at which two rows differ, as deep as objects go; a list is one value. */
export function changedPaths(from: object, to: object, prefix = ''): readonly string[] {
  const [before, after] = [from as Plain, to as Plain];
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((key) => {
    const was = Object.hasOwn(before, key) ? before[key] : undefined;
    const is = Object.hasOwn(after, key) ? after[key] : undefined;
    if (was === is || isSame(was, is)) return [];
    const path = prefix + key;
    if ((isPlain(was) || was === undefined) && (isPlain(is) || is === undefined)) {
      const below = changedPaths((was as object) ?? {}, (is as object) ?? {}, `${path}.`);
      if (below.length > 0) return below;
    }
    return [path];
  });
}

const isPlain = (value: unknown): value is Plain =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
