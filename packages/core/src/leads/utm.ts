import type { Utm } from './schema.js';

const LONGEST = 200;

/**
 * What the address of a page says about where the visit came from (`utm_source` and its kin, in the query or behind `#`).
 * Source and medium are put into small letters, so that `Newsletter` and `newsletter` count as one. Undefined where it
 * says nothing; an address that cannot be read says nothing either.
 *
 * ```ts
 * import { utmOf } from '@kith/core/leads';
 * expect(utmOf('https://brama.example/?utm_source=Newsletter&utm_campaign=Spring')).toEqual({
 *   source: 'newsletter',
 *   campaign: 'Spring',
 * });
 * ```
 */
export function utmOf(address: string): Utm | undefined {
  const [beforeHash = '', hash = ''] = address.split('#', 2);
  const query = beforeHash.slice(beforeHash.indexOf('?') + 1);
  const found = new URLSearchParams(beforeHash.includes('?') ? query : '');
  const behind = new URLSearchParams(hash.slice(hash.indexOf('?') + 1));
  const read = (name: string): string | undefined =>
    (found.get(`utm_${name}`) ?? behind.get(`utm_${name}`) ?? '').trim().slice(0, LONGEST) || undefined;
  const utm = {
    source: read('source')?.toLowerCase(),
    medium: read('medium')?.toLowerCase(),
    campaign: read('campaign'),
    term: read('term'),
    content: read('content'),
  };
  const known = Object.entries(utm).filter(([, value]) => value !== undefined);
  return known.length > 0 ? (Object.fromEntries(known) as Utm) : undefined;
}
