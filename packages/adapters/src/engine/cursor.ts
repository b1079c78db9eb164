import type { Cursor, Json } from '../adapter.js';
import { StorageFault } from '../fault.js';
import { STRUCTURE } from './collate.js';
import type { Place } from './order.js';

/** A cursor for the page behind a place. The scope is everything it must not be moved between: tenant, collection, order. */
export function encodeCursor(place: Place, scope: string): Cursor {
  const body = ascii(JSON.stringify([...place.keys.map((key) => (key === STRUCTURE ? {} : key)), place.id]));
  return btoa(checksum(scope + body) + body);
}

/** The place a cursor names; anything that encodeCursor did not make for this scope is `cursor-invalid`. */
export function decodeCursor(cursor: Cursor, scope: string): Place {
  const decoded = decodeBase64(cursor);
  const body = decoded.slice(CHECKSUM_LENGTH);
  // Base64 has several spellings for one content; only ours counts.
  if (btoa(decoded) !== cursor || decoded.slice(0, CHECKSUM_LENGTH) !== checksum(scope + body)) throw invalid();
  const parts = JSON.parse(body) as Json[];
  return {
    keys: parts.slice(0, -1).map((part) => (typeof part === 'object' && part !== null ? STRUCTURE : part)),
    id: parts.at(-1) as string,
  };
}

function decodeBase64(cursor: Cursor): string {
  try {
    return atob(cursor);
  } catch (cause) {
    throw invalid(cause);
  }
}

const ascii = (text: string): string =>
  text.replace(/[^\x20-\x7e]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);

const CHECKSUM_LENGTH = 16;

// Two FNV-1a hashes (Fowler, Noll, Vo) with different bases: against mix-ups and accidents, not against an attacker, who
// could read the rows of this device anyway.
function checksum(text: string): string {
  let first = 0x811c9dc5;
  let second = 0x01234567;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    first = Math.imul(first ^ unit, 0x01000193);
    second = Math.imul(second ^ (unit + index), 0x01000193);
  }
  return [first, second].map((hash) => (hash >>> 0).toString(16).padStart(8, '0')).join('');
}

function invalid(cause?: unknown): StorageFault {
  return new StorageFault(
    { kind: 'cursor-invalid', detail: 'this cursor was not made for this question. Begin again without one.' },
    { cause },
  );
}
