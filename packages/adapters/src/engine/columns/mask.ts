import type { Filter } from '../../filter.js';
import { type Condition, compileTest } from '../match.js';
import type { Column } from './column.js';
import { aside, constant, type Mode, type Pass } from './pass.js';
import type { Table } from './table.js';

/** Slots that are worked on at a time: few enough for the masks to stay close to the processor. */
const BLOCK = 4096;

/** A filter made ready to run over columns: one pass for each condition, no row touched. */
interface Plan {
  readonly cost: number;
  pass(mode: Mode): Pass;
}

/** The paths that a filter asks about. */
export function pathsIn(filter: Filter | undefined): readonly string[] {
  if (filter === undefined) return [];
  if ('and' in filter) return filter.and.flatMap(pathsIn);
  if ('or' in filter) return filter.or.flatMap(pathsIn);
  return 'not' in filter ? pathsIn(filter.not) : [filter.f];
}

/**
 * Visits the slots of a table in blocks, each with a mask of the rows that pass the filter, from its beginning. False
 * says that a column is missing, and then nothing was visited. The filter is a valid one.
 */
export function visitMasks(
  table: Table,
  filter: Filter | undefined,
  columnOf: (path: string) => Column | undefined,
  visit: (mask: Uint8Array, start: number, count: number) => void,
): boolean {
  const plan = planOf(filter ?? { and: [] }, false, columnOf);
  if (plan === undefined) return false;
  const hasGaps = table.free.length > 0;
  const pass = plan.pass(hasGaps ? 'and' : 'set');
  const mask = new Uint8Array(BLOCK);
  for (let start = 0; start < table.size; start += BLOCK) {
    const count = Math.min(BLOCK, table.size - start);
    if (hasGaps) mask.set(table.alive.subarray(start, start + count));
    pass(mask, start, count);
    visit(mask, start, count);
  }
  return true;
}

// The opposite of a filter is pushed down to its conditions, so that masks are never turned round.
function planOf(filter: Filter, isOpposite: boolean, columnOf: (path: string) => Column | undefined): Plan | undefined {
  if ('not' in filter) return planOf(filter.not, !isOpposite, columnOf);
  if ('f' in filter) {
    const column = columnOf(filter.f);
    return column && conditionPlan(filter, isOpposite, column);
  }
  const isAnd = 'and' in filter !== isOpposite;
  const parts: Plan[] = [];
  for (const each of 'and' in filter ? filter.and : filter.or) {
    const part = planOf(each, isOpposite, columnOf);
    if (part === undefined) return undefined;
    parts.push(part);
  }
  return joined(isAnd ? 'and' : 'or', parts);
}

function conditionPlan(condition: Condition, isOpposite: boolean, column: Column): Plan {
  const test = compileTest(condition);
  const turned = isOpposite ? { ...test, negated: !test.negated } : test;
  return { cost: column.cost, pass: (mode) => column.pass(mode, condition, turned) };
}

function joined(by: 'and' | 'or', parts: readonly Plan[]): Plan {
  const [first, ...others] = [...parts].sort((a, b) => a.cost - b.cost);
  if (first === undefined) return { cost: 0, pass: (mode) => constant(mode, by === 'and') };
  const cost = parts.reduce((sum, part) => sum + part.cost, 0);
  return {
    cost,
    pass(mode) {
      if (mode !== 'set' && mode !== by) return aside(mode, this.pass('set'), new Uint8Array(BLOCK));
      const passes = [first.pass(mode), ...others.map((part) => part.pass(by))];
      return (mask, start, count) => {
        for (const pass of passes) pass(mask, start, count);
      };
    },
  };
}
