// Writes what is made from the design tokens in packages/elements/src/themes/source:
//   themes/tokens.css            the stylesheet a page links
//   themes/sheet-text.ts         the same for <kith-app>, which brings it along
//   themes/tokens.ts             names and values for TypeScript
//   design-tokens/*.json         for design tools: W3C design tokens format 2025.10, with its resolver
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { toolFiles } from './tokens/design-tools.mjs';
import { moduleOf } from './tokens/module.mjs';
import { fileOf, sheetModuleOf, stylesheetOf } from './tokens/stylesheet.mjs';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const PACKAGE = 'packages/elements';

/** Every written file by its path from the root, formatted. */
export async function tokenFiles() {
  const source = await readSource();
  const css = stylesheetOf(source);
  const texts = {
    [`${PACKAGE}/src/themes/tokens.css`]: fileOf(css),
    [`${PACKAGE}/src/themes/sheet-text.ts`]: sheetModuleOf(css),
    [`${PACKAGE}/src/themes/tokens.ts`]: moduleOf(source),
  };
  for (const [name, content] of Object.entries(toolFiles(source)))
    texts[`${PACKAGE}/design-tokens/${name}`] = JSON.stringify(content);
  return formatted(texts);
}

/** The source is TypeScript that imports nothing else: bundled, it runs as it is. */
async function readSource() {
  const { outputFiles } = await build({
    stdin: {
      contents: `export * from './tokens.ts'; export * from './oklch.ts'; export * from './contrast.ts';`,
      resolveDir: path.join(root, PACKAGE, 'src/themes/source'),
    },
    bundle: true,
    write: false,
    format: 'esm',
    // Our imports name the file that the compiler will write.
    plugins: [
      {
        name: 'ts',
        setup: (plugin) =>
          plugin.onResolve({ filter: /^\.\/.*\.js$/ }, ({ path: name, resolveDir }) => ({
            path: path.join(resolveDir, name.replace(/\.js$/, '.ts')),
          })),
      },
    ],
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].text).toString('base64')}`);
}

/** The texts as Biome would have them: in one run, in a folder that goes again. */
function formatted(texts) {
  const folder = mkdtempSync(path.join(tmpdir(), 'kith-tokens-'));
  try {
    const places = Object.keys(texts).map((file) => [file, path.join(folder, path.basename(file))]);
    for (const [file, place] of places) writeFileSync(place, texts[file]);
    execFileSync(
      path.join(root, 'node_modules/.bin/biome'),
      ['format', '--write', '--vcs-enabled=false', `--config-path=${root}`, folder],
      { stdio: 'pipe' },
    );
    return Object.fromEntries(places.map(([file, place]) => [file, readFileSync(place, 'utf8')]));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  for (const [file, text] of Object.entries(await tokenFiles())) {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), text);
  }
