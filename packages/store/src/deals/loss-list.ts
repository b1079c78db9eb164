import { ok, type Result, refuse } from '@kith/core';
import type { Work } from '../work.js';
import { lossReasons } from './loss-reasons.js';

/** The reasons that the house loses deals by, as it is now. */
export interface LossList {
  /** Those that hold for everybody; undefined while the house keeps no list, and any text is a reason. */
  readonly allowed: readonly string[] | undefined;
  /** Those of them that whoever acts may be told. */
  readonly told: readonly string[];
}

/** Reads the list. It holds for everybody; told is what of it whoever acts sees. */
export async function readLossList(work: Work): Promise<LossList> {
  const inUse = async (by: Work): Promise<readonly string[] | undefined> => {
    const listed = await by.find({ ask: 'rows', collection: lossReasons, order: [['name', 'asc']] });
    if (listed.length === 0) return undefined;
    return listed.filter(({ replacedBy }) => replacedBy === undefined).map(({ name }) => name);
  };
  const allowed = await inUse(work.system);
  return { allowed, told: allowed === undefined ? [] : ((await inUse(work)) ?? []) };
}

/** Whether a deal may be lost by a reason. Problem: `deals/unknown-loss-reason`. */
export function checkLossReason({ allowed, told }: LossList, reason: string): Result<undefined> {
  if (allowed === undefined || allowed.includes(reason)) return ok(undefined);
  return refuse({
    code: 'deals/unknown-loss-reason',
    message: `"${reason}" is no reason of your list. ${told.length > 0 ? `Choose one of ${told.join(', ')}, or add it to the list.` : 'Ask an administrator which there are.'}`,
    path: 'lossReason',
    params: { reason },
    fix: { kind: 'fields', fields: ['lossReason'] },
  });
}
