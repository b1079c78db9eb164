import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const NOT_OURS = new Set(['node_modules', 'dist', 'storybook-static', 'coverage', '.generated', '.git']);

/** All files below the folders, relative to the root, with forward slashes, in order. */
export function filesBelow(root, folders) {
  return folders.flatMap((folder) => walk(root, folder)).sort();
}

function walk(root, folder) {
  let entries;
  try {
    entries = readdirSync(path.join(root, folder), { withFileTypes: true });
  } catch (error) {
    if (error.code === 'ENOENT') return [];
    throw error;
  }
  return entries.flatMap((entry) => {
    const file = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return NOT_OURS.has(entry.name) ? [] : walk(root, file);
    return [file];
  });
}

export const read = (root, file) => readFileSync(path.join(root, file), 'utf8');

/** The number of the line on which an index of the text lies. */
export const lineAt = (text, index) => text.slice(0, index).split('\n').length;
