import { existsSync } from 'node:fs';
import path from 'node:path';
import { serve } from '@hono/node-server';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { openLibrary } from './library.js';
import { routes } from './routes.js';

/** `node main.js` serves the page and the books: PORT (0 is any free one) and FOLDER say where. */
const { PORT = '5174', FOLDER = 'books' } = process.env;
const page = path.join(import.meta.dirname, '../page');
const app = new Hono().route('/', routes(openLibrary(FOLDER)));
if (existsSync(page)) app.use('*', serveStatic({ root: path.relative(process.cwd(), page) }));

serve({ fetch: app.fetch, port: Number(PORT), hostname: '127.0.0.1' }, ({ port }) => {
  console.log(`Open http://127.0.0.1:${port}/`);
});
