// Writes packages/elements/src/themes/tokens.ts from tokens.css, so that elements can bring their tokens without a linked file.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = path.join(path.dirname(fileURLToPath(import.meta.url)), '../packages/elements/src/themes');

/** The stylesheet without comments and needless white space. */
export const squeeze = (css) =>
  css
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,]) ?/g, '$1')
    .replace(/\( | (?=\))/g, (space) => space.trim())
    .replace(/: /g, ':')
    .trim();

/** The text of tokens.ts for the text of tokens.css. */
export const moduleOf = (
  css,
) => `// Written by scripts/write-tokens.mjs from tokens.css: change that file, then run the script.
export const tokensText =
  '${squeeze(css).replaceAll('\\', '\\\\').replaceAll("'", "\\'")}';
`;

if (process.argv[1] === fileURLToPath(import.meta.url))
  writeFileSync(path.join(folder, 'tokens.ts'), moduleOf(readFileSync(path.join(folder, 'tokens.css'), 'utf8')));
