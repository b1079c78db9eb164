import path from 'node:path';
import { listen } from './listen.js';

/** `PORT=5174 FOLDER=books node main.js` serves the page, and the books of that folder. */
const { PORT = '5174', FOLDER = 'books' } = process.env;
const { url } = await listen({
  folder: FOLDER,
  port: Number(PORT),
  page: path.join(import.meta.dirname, '../page'),
});
console.log(`Open ${url}/`);
