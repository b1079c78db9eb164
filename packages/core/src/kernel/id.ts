import type { Instant } from './instant.js';

/**
 * The identity of one entity: its kind, an underscore, then 26 characters that sort by time of creation
 * (`deal_01JD5Z…`). Made on the client, the same everywhere and for ever. The type carries the kind, so a contact's
 * id cannot be passed where a deal's is asked for.
 */
export type Id<Kind extends string = string> = string & { readonly __kind: Kind };

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const TIME_LENGTH = 10;
const RANDOM_LENGTH = 16;

/**
 * Makes an id (the ULID layout: 48 bits of milliseconds, 80 bits of chance, Crockford base 32). Ids of one kind sort by
 * the millisecond they were made in. `random` answers numbers in [0, 1); pass a seeded one for reproducible data.
 * Throws a RangeError for a kind that is not a camel-case word, or a moment before 1970.
 *
 * ```ts
 * import { type Instant, kindOf, makeId } from '@kith/core';
 * const id = makeId('deal', '2026-11-22T09:30:00.000Z' as Instant, () => 0.5);
 * expect(id).toBe('deal_01M819EKE0GGGGGGGGGGGGGGGG');
 * expect(kindOf(id)).toBe('deal');
 * ```
 */
export function makeId<Kind extends string>(kind: Kind, at: Instant, random: () => number): Id<Kind> {
  if (!/^[a-z][a-zA-Z]*$/.test(kind))
    throw new RangeError(`makeId('${kind}'): a kind is one camel-case word such as deal.`);
  let time = Date.parse(at);
  if (!(time >= 0)) throw new RangeError(`makeId('${kind}', '${at}'): the moment is an Instant since 1970.`);
  let text = '';
  for (let place = 0; place < TIME_LENGTH; place++) {
    text = ALPHABET.charAt(time % 32) + text;
    time = Math.floor(time / 32);
  }
  for (let place = 0; place < RANDOM_LENGTH; place++) text += ALPHABET.charAt(Math.floor(random() * 32));
  return `${kind}_${text}` as Id<Kind>;
}

/** The kind an id names: `'deal'` for `deal_01J…`. */
export const kindOf = (id: string): string => id.slice(0, Math.max(0, id.indexOf('_')));

/** Whether a string has the shape of an id of this kind: the kind, an underscore, and something behind it. */
export const isId = <Kind extends string>(kind: Kind, value: string): value is Id<Kind> =>
  value.startsWith(`${kind}_`) && value.length > kind.length + 1;
