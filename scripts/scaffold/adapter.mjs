export function adapterFiles() {
  return { files: new Map(), edits: new Map(), next: '' };
}
