import { isSame } from '../kernel/same.js';
import { everything, type Reach, type Reaches } from './reach.js';

type Plain = Readonly<Record<string, unknown>>;

/** How far a right goes to one place in a row, and to the fields below it. */
interface Place {
  readonly reach: Reach;
  /** What the paths below it begin with. */
  readonly prefix: string;
  readonly below: Map<string, Place>;
}

/** Remembered, so that no path has to be put together for each field of each row that is looked at. */
const tops = new WeakMap<Reaches, Place>();

function topOf(reaches: Reaches): Place {
  const top = tops.get(reaches) ?? { reach: 'part', prefix: '', below: new Map() };
  tops.set(reaches, top);
  return top;
}

function placeOf(key: string, { prefix, below }: Place, reaches: Reaches): Place {
  const known = below.get(key);
  if (known) return known;
  const path = prefix + key;
  const place: Place = { reach: reaches(path), prefix: `${path}.`, below: new Map() };
  below.set(key, place);
  return place;
}

/**
 * A row without what a right does not reach: as if it had never been filled in. What is empty without it goes, too. The
 * same object when nothing is hidden.
 */
export function redact<Row extends object>(row: Row, reaches: Reaches): Row {
  if (reaches === everything) return row;
  return (redactFields(row as Plain, topOf(reaches), reaches) ?? {}) as Row;
}

function redactFields(row: Plain, place: Place, reaches: Reaches): Plain | undefined {
  /** Made when the first thing is cut. */
  let kept: Record<string, unknown> | undefined;
  const keys = Object.keys(row);
  for (let at = 0; at < keys.length; at++) {
    const key = keys[at] as string;
    const value = row[key];
    const left = redactValue(value, placeOf(key, place, reaches), reaches);
    if (left !== value && !kept) {
      kept = {};
      for (let before = 0; before < at; before++) keep(kept, keys[before] as string, row[keys[before] as string]);
    }
    if (kept) keep(kept, key, left);
  }
  if (!kept) return row;
  for (const _ in kept) return kept;
  return undefined;
}

/** Puts a field in its place, whatever its name; nothing is no field. */
function keep(fields: Record<string, unknown>, key: string, value: unknown): void {
  if (value === undefined) return;
  if (key === '__proto__')
    Object.defineProperty(fields, key, { value, configurable: true, enumerable: true, writable: true });
  else fields[key] = value;
}

function redactValue(value: unknown, place: Place, reaches: Reaches): unknown {
  if (place.reach === 'whole') return value;
  if (place.reach === 'none') return undefined;
  if (Array.isArray(value)) {
    const items = value.map((item: unknown) => redactValue(item, place, reaches));
    if (items.every((item, index) => item === value[index])) return value;
    const left = items.filter((item) => item !== undefined);
    return left.length > 0 ? left : undefined;
  }
  // What holds nothing below it is not within what a rule names below it.
  return isPlain(value) ? redactFields(value, place, reaches) : undefined;
}

/**
 * A row as somebody left it who sees part of it, with the part they do not see put back from how it was. What they gave
 * for a field they do not see stays, so that it can be refused. A list of which they see part counts as left alone when it
 * looks so to them, and as replaced otherwise.
 */
export function complete<Row extends object>(before: object, left: Row, reaches: Reaches): Row {
  return completeFields(before as Plain, left as Plain, topOf(reaches), reaches) as Row;
}

function completeFields(before: Plain, left: Plain, place: Place, reaches: Reaches): Plain {
  const completed: Record<string, unknown> = {};
  const take = (key: string, was: unknown, is: unknown): void =>
    keep(completed, key, completeValue(was, is, placeOf(key, place, reaches), reaches));
  for (const key of Object.keys(before)) take(key, before[key], Object.hasOwn(left, key) ? left[key] : undefined);
  for (const key of Object.keys(left)) if (!Object.hasOwn(before, key)) take(key, undefined, left[key]);
  return completed;
}

function completeValue(was: unknown, is: unknown, place: Place, reaches: Reaches): unknown {
  if (place.reach === 'whole' || was === undefined) return is;
  if (place.reach === 'none') return is ?? was;
  const seen = redactValue(was, place, reaches);
  if (isSame(seen, is)) return was;
  if (!isPlain(was) || !(is === undefined || isPlain(is))) return is ?? was;
  const merged = completeFields(was, is ?? {}, place, reaches);
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
export function changedPaths(from: object, to: object): readonly string[] {
  const paths: string[] = [];
  collectChanged(from as Plain, to as Plain, '', paths);
  return paths;
}

function collectChanged(before: Plain, after: Plain, prefix: string, into: string[]): void {
  const look = (key: string, was: unknown, is: unknown): void => {
    if (was === is || isSame(was, is)) return;
    const path = prefix + key;
    const found = into.length;
    if ((isPlain(was) || was === undefined) && (isPlain(is) || is === undefined))
      collectChanged(was ?? {}, is ?? {}, `${path}.`, into);
    if (into.length === found) into.push(path);
  };
  for (const key of Object.keys(before)) look(key, before[key], Object.hasOwn(after, key) ? after[key] : undefined);
  for (const key of Object.keys(after)) if (!Object.hasOwn(before, key)) look(key, undefined, after[key]);
}

const isPlain = (value: unknown): value is Plain =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
