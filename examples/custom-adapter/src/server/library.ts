import { createHash } from 'node:crypto';
import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { StorageFault } from '@kith/adapters';
import { type Book, openBook } from './book.js';

/** The books of all tenants, each in a file of a folder. */
export interface Library {
  /** The book of a tenant, begun when it is not there, and the name it has in addresses. */
  enter(database: string, tenant: string, schema: number): { readonly name: string; readonly book: Book };
  /** A book by its name. One that was destroyed is `closed`, also when the tenant has another one since. */
  find(name: string): Book;
  /** Removes a book for good; one that is not there is no harm. */
  destroy(name: string): void;
}

/** Opens the library in a folder, which is made when it is not there. */
export function openLibrary(folder: string): Library {
  mkdirSync(folder, { recursive: true });
  const books = new Map<string, Book>();
  const fileOf = (shelf: string): string => path.join(folder, `${shelf}.jsonl`);

  function bookOn(shelf: string, schema: number): Book {
    const book = books.get(shelf) ?? openBook(fileOf(shelf), schema);
    books.set(shelf, book);
    return book;
  }

  function lookUp(name: string): Book | undefined {
    const [, shelf, born] = /^([0-9a-f]{32})-([0-9a-f]{8})$/.exec(name) ?? [];
    const book = shelf !== undefined && existsSync(fileOf(shelf)) ? bookOn(shelf, 1) : undefined;
    return book?.born === born ? book : undefined;
  }

  return {
    enter(database, tenant, schema) {
      // Tenants may have any name; files may not.
      const shelf = createHash('sha256')
        .update(JSON.stringify([database, tenant]))
        .digest('hex')
        .slice(0, 32);
      const book = bookOn(shelf, schema);
      return { name: `${shelf}-${book.born}`, book };
    },
    find(name) {
      const book = lookUp(name);
      if (book === undefined) throw new StorageFault({ kind: 'closed' });
      return book;
    },
    destroy(name) {
      const book = lookUp(name);
      if (book === undefined) return;
      book.destroy();
      books.delete(name.slice(0, 32));
    },
  };
}
