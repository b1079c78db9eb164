import { defineConfig } from 'vite';

/** `vite build` makes the page; `vite build --ssr src/server/main.ts` the server, with the adapters' sources in it. */
export default defineConfig(({ isSsrBuild }) => ({
  root: import.meta.dirname,
  resolve: { conditions: ['source', 'module', 'browser', 'development|production'] },
  ssr: { noExternal: true, resolve: { conditions: ['source', 'module', 'node', 'development|production'] } },
  build: {
    target: isSsrBuild ? 'node20' : 'es2022',
    outDir: isSsrBuild ? 'dist/server' : 'dist/page',
    emptyOutDir: true,
  },
}));
