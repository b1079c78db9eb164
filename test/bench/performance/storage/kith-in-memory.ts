import { memoryAdapter } from '@kith/adapters';
import { bookContender } from './contact-book.js';
import { kithBook } from './kith-book.js';

export const contender = bookContender(kithBook(memoryAdapter));
