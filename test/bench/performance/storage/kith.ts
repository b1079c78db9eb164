import { dexieAdapter } from '@kith/adapters/dexie';
import { bookContender } from './contact-book.js';
import { kithBook } from './kith-book.js';

export const contender = bookContender(kithBook((name) => dexieAdapter({ name })));
