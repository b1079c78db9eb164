import { createReadStream, readdirSync, statSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import { defineConfig, type Plugin } from 'vite';

/** The CSV files of one folder, so that the page can import them: a list at /data/, and each file below it. */
function dataFolder(folder: string | undefined): Plugin {
  const serve = (request: IncomingMessage, response: ServerResponse, next: () => void): void => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    if (!pathname.startsWith('/data/')) {
      next();
      return;
    }
    const files = folder ? readdirSync(folder).filter((name) => /\.csv$/i.test(name)) : [];
    if (pathname === '/data/') {
      response.setHeader('content-type', 'application/json');
      response.end(
        JSON.stringify(files.map((name) => ({ name, size: folder ? statSync(path.join(folder, name)).size : 0 }))),
      );
      return;
    }
    const name = files.find((file) => file === decodeURIComponent(pathname.slice('/data/'.length)));
    if (!folder || !name) {
      response.statusCode = 404;
      response.end();
      return;
    }
    response.setHeader('content-type', 'text/csv');
    createReadStream(path.join(folder, name)).pipe(response);
  };
  return {
    name: 'data-folder',
    configureServer: (server) => void server.middlewares.use(serve),
    configurePreviewServer: (server) => void server.middlewares.use(serve),
  };
}

export default defineConfig({
  root: import.meta.dirname,
  resolve: { conditions: ['source', 'module', 'browser', 'development|production'] },
  build: { target: 'es2022', outDir: 'dist', emptyOutDir: true, chunkSizeWarningLimit: 1_000 },
  plugins: [dataFolder(process.env.KITH_DATA_DIR)],
});
