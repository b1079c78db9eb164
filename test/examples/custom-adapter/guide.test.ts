import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '../../..');
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');

/** The pieces of code of the guide that are excerpts: those that run are marked `ts` and run by the gate. */
const pieces = [...read('docs/guide/custom-adapter.md').matchAll(/^```typescript\n([\s\S]*?)^```$/gm)].map(
  ([, code = '']) => code.trimEnd(),
);
const withoutBlankLines = (code: string): string => code.replace(/\n\s*\n/g, '\n').trim();

describe('the guide to a custom adapter', () => {
  it('shows the whole file in its order, and then the test', () => {
    const adapter = read('examples/custom-adapter/src/rest-adapter.ts');
    expect(withoutBlankLines(pieces.slice(0, -1).join('\n'))).toBe(withoutBlankLines(adapter));
    expect(read('test/examples/custom-adapter/conformance.test.ts')).toContain(pieces.at(-1));
  });

  it('calls it a file of 150 lines that imports the public face of the adapters alone', () => {
    const adapter = read('examples/custom-adapter/src/rest-adapter.ts');
    expect(adapter.split('\n').length - 1).toBeLessThanOrEqual(150);
    expect([...adapter.matchAll(/from '([^']+)'/g)].map(([, name]) => name)).toEqual(['@kith/adapters']);
  });
});
