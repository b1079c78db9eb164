import type { Row } from '../adapter.js';
import type { Book } from '../engine/book.js';
import type { Version } from '../engine/version.js';

/** The rows of the pages that were answered lately: when the book is next opened, they are probably asked for first. */
export interface Recent {
  note(c: string, rows: readonly Row[]): void;
  /** Those that still have content, as they are now. */
  versionsIn(book: Book): readonly Version[];
}

const MOST_ROWS = 400;
/** Larger pages are for reports and exports, not for the screen. */
const LARGEST_PAGE = 200;

/** Has seen nothing yet. */
export function createRecent(): Recent {
  /** The one that was seen longest ago first. */
  const seen = new Map<string, readonly [c: string, id: string]>();
  return {
    note(c, rows) {
      if (rows.length > LARGEST_PAGE) return;
      for (const { id } of rows) {
        const name = `${c} ${id}`;
        seen.delete(name);
        seen.set(name, [c, id]);
      }
      for (const name of seen.keys()) {
        if (seen.size <= MOST_ROWS) break;
        seen.delete(name);
      }
    },
    versionsIn(book) {
      return [...seen.values()].flatMap(([c, id]) => {
        const version = book.collections.get(c)?.versions.get(id);
        return version === undefined || version.row.deleted ? [] : [version];
      });
    },
  };
}
