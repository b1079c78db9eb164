// Reads the code examples of pages and doc comments.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { filesBelow, lineAt, read } from './files.mjs';

const FENCE = /^([ \t]*)```(ts|html)([^\n]*)\n([\s\S]*?)^[ \t]*```[ \t]*$/gm;
const DOC_COMMENT = /\/\*\*[\s\S]*?\*\//g;
const TOP_PAGES = ['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md'];

/**
 * Every example: where it stands, its language, what its info string says beside the language (`browser`, `run`,
 * `types`), and its code.
 */
export function readFences(root) {
  const pages = [
    ...TOP_PAGES.filter((file) => existsSync(path.join(root, file))),
    ...filesBelow(root, ['docs']),
  ].filter((file) => file.endsWith('.md') && !file.startsWith('docs/api/'));
  const sources = filesBelow(root, ['packages']).filter((file) => /\/src\/.*\.ts$/.test(file));
  return [
    ...pages.flatMap((file) => fencesOf(file, read(root, file))),
    ...sources.flatMap((file) => fencesOf(file, onlyDocComments(read(root, file)))),
  ];
}

/** The text with everything but the words of doc comments blanked, so that lines keep their numbers. */
function onlyDocComments(text) {
  let end = 0;
  let words = '';
  const blank = (code) => code.replace(/[^\n]/g, '');
  for (const match of text.matchAll(DOC_COMMENT)) {
    words += blank(text.slice(end, match.index)) + match[0].replace(/^[ \t]*(\/\*\*|\*\/|\* ?)/gm, '');
    end = match.index + match[0].length;
  }
  return words + blank(text.slice(end));
}

function fencesOf(file, text) {
  return [...text.matchAll(FENCE)].map((match) => {
    const [, indent, language, info, code] = match;
    return {
      file,
      // The first line of the code.
      line: lineAt(text, match.index) + 1,
      language,
      kind: info.trim(),
      code: code.replaceAll(new RegExp(`^${indent}`, 'gm'), ''),
    };
  });
}
