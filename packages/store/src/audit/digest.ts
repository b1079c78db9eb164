import type { AuditEntry, AuditValues } from './collection.js';

/** SHA-256 of a value's canonical JSON, in hexadecimal. */
export async function digestOf(value: unknown): Promise<string> {
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(canonicalJson(value)));
  return hexOf(new Uint8Array(bytes));
}

/** What an entry's hash is taken of: all of it but the hash, and its id, which says no more than its number. */
export const hashedPart = ({
  id: _,
  hash: __,
  ...entry
}: Omit<AuditEntry, 'hash'> & { readonly hash?: string }): object => entry;

/** What the digest of a change is taken of. */
export const committedPart = ({ salt, row, from, to }: Omit<AuditValues, 'id' | 'entry'>): readonly unknown[] => [
  salt,
  row,
  from,
  to,
];

/** Lower-case hexadecimal. */
export const hexOf = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

/** JSON that is the same for the same value: fields in the order of their names, undefined ones left out, `-0` as 0. */
export function canonicalJson(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join()}]`;
  const fields = Object.keys(value)
    .filter((key) => Reflect.get(value, key) !== undefined)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonicalJson(Reflect.get(value, key))}`);
  return `{${fields.join()}}`;
}
