import path from 'node:path';
import { defineConfig } from 'vite';

/** One file with everything in it, for a page that has no build: `<script type="module" src="kith.js">`. */
export default defineConfig({
  root: import.meta.dirname,
  resolve: { conditions: ['source', 'module', 'browser', 'production'] },
  build: {
    target: 'es2022',
    // The declarations are there already.
    emptyOutDir: false,
    // What elements fetch on demand is in the one file as well.
    rolldownOptions: { output: { codeSplitting: false } },
    lib: { entry: path.join(import.meta.dirname, 'src/index.ts'), formats: ['es'], fileName: () => 'kith.js' },
  },
});
