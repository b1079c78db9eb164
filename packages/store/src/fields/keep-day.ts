import type { RowData } from '@kith/adapters';
import { type Day, dependenciesOf, type FilterMoment, ok } from '@kith/core';
import type { FieldRegistry } from '@kith/core/fields';
import type { Identified } from '../collection.js';
import { command } from '../command.js';
import type { RuleHost } from '../row-rules.js';
import { fieldGuards } from './collection.js';
import type { FieldRules } from './field-rules.js';
import { anyRows, pagesById, type SliceOptions, slice } from './field-slices.js';

/** The row that says which day the rows are brought up to. */
const CLOCK = 'clock';

interface Reached extends Identified {
  readonly day: Day;
}

/** The kinds with fields whose values change by a day passing: formulas and roll-ups that read the clock; parents first. */
export const clockedKinds = (registry: FieldRegistry): readonly string[] =>
  registry.entities
    .filter(({ kind }) => registry.computedOf(kind).some(readsClock))
    .map(({ kind }) => kind)
    .sort((a, b) => Number(countsOthers(registry, b)) - Number(countsOthers(registry, a)));

const readsClock = ({ compiled, rollUp }: ReturnType<FieldRegistry['computedOf']>[number]): boolean =>
  compiled?.readsClock === true || (rollUp?.where !== undefined && dependenciesOf(rollUp.where).readsClock);

const countsOthers = (registry: FieldRegistry, kind: string): boolean =>
  registry.computedOf(kind).some(({ rollUp }) => rollUp !== undefined);

/**
 * Brings rows up to the day it is, where formulas or roll-ups read it: what is `today()` in a formula is that day in the
 * zone of the house. In small commits; of rows that stay as they are, nothing is written. Answers whether there was
 * anything to do. The store calls it by itself when it is opened and when a day begins; two tabs that do it at once do it
 * once. Rejects with a KithError when the storage fails.
 */
export async function keepDay(host: RuleHost, rules: FieldRules, options: SliceOptions = {}): Promise<boolean> {
  const registry = rules.registry();
  const kinds = clockedKinds(registry);
  if (kinds.length === 0) return false;
  const day = rules.day(host.env());
  if ((await reached(host)) === day) return false;
  for (const kind of kinds) {
    const collection = anyRows(registry.entity(kind)?.collection ?? '', kind);
    const changedIn = async (page: readonly RowData[], moment: FilterMoment): Promise<readonly Identified[]> => {
      const next = await rules.recomputed(collection.name, page, moment);
      return next.filter((row, index) => row !== page[index]) as unknown as readonly Identified[];
    };
    for await (const page of pagesById(rules.adapter, collection.name, options)) {
      const ids = (await changedIn(page, host.env())).map(({ id }) => id);
      if (ids.length > 0)
        await host.run(
          slice('fields/keep-day', { collection, ids, system: true }, async (work, rows) => {
            // Of a row that may not be written as it is, what somebody wrote matters more than the day.
            for (const row of await changedIn(rows as unknown as readonly RowData[], work.env))
              work.put(collection, row);
            return ok(undefined);
          }),
        );
    }
  }
  await host.run(
    command(
      'fields/day-kept',
      { day },
      async ({ system: work }) => {
        await work.get(fieldGuards, CLOCK);
        return work.put(fieldGuards, { id: CLOCK, day } as unknown as Identified);
      },
      { history: 'none', through: 'rule' },
    ),
  );
  return true;
}

/** The day that the rows were brought up to last. */
async function reached(host: RuleHost): Promise<Day | undefined> {
  const found = await host.can(
    command('fields/day', null, async ({ system: work }) => ok(await work.get(fieldGuards, CLOCK))),
  );
  return found.ok ? (found.value as Reached | undefined)?.day : undefined;
}

/** So often the clock is looked at: a computer that slept does not know how long. */
const LOOK_MILLIS = 60_000;

/** Looks at the clock as long as a store is open. Answers how to stop. */
export function followDays(host: RuleHost, rules: FieldRules): () => void {
  let isBusy = false;
  const look = async (): Promise<void> => {
    if (isBusy) return;
    isBusy = true;
    // The storage's own health tells of a failure; the next look tries again.
    await keepDay(host, rules).catch(() => undefined);
    isBusy = false;
  };
  const timer: unknown = setInterval(() => void look(), LOOK_MILLIS);
  // Where there is no page, nobody should have to wait for it to end.
  if (typeof timer === 'object') (timer as { unref?: () => void } | null)?.unref?.();
  return () => clearInterval(timer as number);
}
