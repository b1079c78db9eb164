import { existsSync } from 'node:fs';
import path from 'node:path';
import { serve } from '@hono/node-server';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { openLibrary } from './library.js';
import { routes } from './routes.js';

/** Where a server keeps its books, and the port it listens at; 0 is any free one. */
export interface ListenOptions {
  readonly folder: string;
  readonly port: number;
  /** The folder of the page that is shown at `/`. */
  readonly page?: string;
}

/** A server that listens. */
export interface Listening {
  readonly url: string;
  close(): Promise<void>;
}

/** Starts the server, on this machine only: who may ask for which tenant is for a server of yours to say. */
export function listen({ folder, port, page }: ListenOptions): Promise<Listening> {
  const app = new Hono().route('/', routes(openLibrary(folder)));
  if (page !== undefined && existsSync(page)) app.use('*', serveStatic({ root: path.relative(process.cwd(), page) }));
  return new Promise((resolve) => {
    const server = serve({ fetch: app.fetch, port, hostname: '127.0.0.1' }, (address) =>
      resolve({
        url: `http://127.0.0.1:${address.port}`,
        close: () => new Promise((closed) => server.close(() => closed())),
      }),
    );
  });
}
