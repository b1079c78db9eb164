import type { Id, Instant } from '@kith/core';
import { blockingKeys, type Identity } from '@kith/core/duplicates';
import * as z from 'zod/mini';
import type { Collection, Identified } from '../collection.js';
import type { Work } from '../work.js';

/** One of the doors through which leads come in. */
interface Door extends Identified {
  readonly usedAt: Instant;
}

/** Rows that whoever captures a lead writes, so that of two who bring the same person at once the later finds the earlier. */
export const doors: Collection<Door> = {
  name: 'leadDoors',
  kind: 'leadDoor',
  schema: z.looseObject({ id: z.string(), usedAt: z.string() }) as never,
  shape: { indexes: [] },
  isAside: true,
};

/** So many doors: few rows in all, and strangers seldom meet at one. */
const DOORS = 1_024;
/** Of somebody with many addresses so many are enough. */
const MOST = 3;

/**
 * Goes through the doors of somebody: those of their addresses and numbers, or of their name where they gave neither. It has
 * to be done before duplicates are looked for: whoever loses the race begins anew, and finds who was first. A door says
 * nothing of who went through it.
 */
export async function passDoors(work: Work, identity: Identity): Promise<void> {
  const keys = blockingKeys(identity);
  const strong = keys.filter((key) => key.startsWith('e') || key.startsWith('p'));
  for (const number of new Set((strong.length > 0 ? strong : keys).slice(0, MOST).map(doorOf))) {
    const id = `leadDoor_${number}` as Id;
    await work.system.get(doors, id);
    work.system.put(doors, { id, usedAt: work.env.now });
  }
}

const doorOf = (key: string): number => Number.parseInt(key.slice(-8), 36) % DOORS;
