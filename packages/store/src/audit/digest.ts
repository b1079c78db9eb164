import type { AuditEntry, AuditValues } from './collection.js';
import { hexOf, sha256 } from './sha256.js';

/** What is longer holds up the page: the list of an import's rows is better hashed on another thread. */
const LONG = 64 * 1024;

/** SHA-256 of a value's canonical JSON, in hexadecimal. */
export async function digestOf(value: unknown): Promise<string> {
  const text = canonicalJson(value);
  // Pages that do not come over https have none.
  const subtle = text.length > LONG ? (globalThis.crypto.subtle as SubtleCrypto | undefined) : undefined;
  if (!subtle) return sha256(text);
  const hash = new DataView(await subtle.digest('SHA-256', new TextEncoder().encode(text)));
  return hexOf(Array.from({ length: hash.byteLength / 4 }, (_, at) => hash.getUint32(at * 4)));
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

/** JSON that is the same for the same value: fields in the order of their names, undefined ones left out, `-0` as 0. */
export function canonicalJson(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join()}]`;
  let fields = '';
  for (const key of Object.keys(value).sort()) {
    const inner: unknown = Reflect.get(value, key);
    if (inner !== undefined) fields += `${fields && ','}${JSON.stringify(key)}:${canonicalJson(inner)}`;
  }
  return `{${fields}}`;
}
