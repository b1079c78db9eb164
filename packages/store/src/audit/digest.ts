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
  const parts: string[] = [];
  write(value, parts);
  return parts.join('');
}

function write(value: unknown, into: string[]): void {
  if (typeof value !== 'object' || value === null) into.push(JSON.stringify(value) ?? 'null');
  else if (Array.isArray(value)) writeList(value, into);
  else writeFields(value as Readonly<Record<string, unknown>>, into);
}

function writeList(items: readonly unknown[], into: string[]): void {
  let before = '[';
  for (const item of items) {
    into.push(before);
    write(item, into);
    before = ',';
  }
  into.push(items.length > 0 ? ']' : '[]');
}

function writeFields(fields: Readonly<Record<string, unknown>>, into: string[]): void {
  let before = '{';
  for (const key of inOrder(Object.keys(fields))) {
    const value = fields[key];
    if (value === undefined) continue;
    into.push(before, JSON.stringify(key), ':');
    write(value, into);
    before = ',';
  }
  into.push(before === '{' ? '{}' : '}');
}

const FEW = 32;

/** Names in order. Mostly they are few, and with every audited commit: the engine would make lists of its own to sort them. */
function inOrder(names: string[]): readonly string[] {
  if (names.length > FEW) return names.sort();
  for (let at = 1; at < names.length; at++) {
    const name = names[at] as string;
    let place = at;
    for (; place > 0 && (names[place - 1] as string) > name; place--) names[place] = names[place - 1] as string;
    names[place] = name;
  }
  return names;
}
