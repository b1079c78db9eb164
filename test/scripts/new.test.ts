import { readdirSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { copyWorkspace, type Run, type WorkspaceCopy } from '../support/workspace-copy.js';

const KEPT = new Set(['problems.md', 'storage.md']);

describe('pnpm new', () => {
  let copy: WorkspaceCopy;
  const made: string[] = [];

  beforeAll(() => {
    copy = copyWorkspace();
    // The laws of the others have their tests elsewhere; those of storage have them in the suite that is copied, too.
    for (const page of readdirSync(path.join(copy.root, 'docs/spec')))
      if (!KEPT.has(page)) copy.remove(`docs/spec/${page}`);
  });
  afterAll(() => copy.dispose());

  function make(kind: string, name: string): Run {
    const run = copy.run(process.execPath, 'scripts/new.mjs', kind, name);
    made.push(...[...run.output.matchAll(/^[+] (.+[.]ts)$/gm)].map(([, file]) => file ?? ''));
    return run;
  }

  it('asks for what it needs', () => {
    expect(make('hat', 'fedora')).toEqual({ code: 1, output: expect.stringContaining('Say what: pnpm new entity') });
    expect(make('entity', 'PriceList').output).toContain('Name the entity in small letters');
  });

  it('writes an entity, an adapter and an element, once', () => {
    expect(make('entity', 'price-list').output).toContain('+ packages/core/src/price-lists/schema.ts');
    expect(make('adapter', 'sqlite').output).toContain('+ packages/adapters/src/sqlite/sqlite-adapter.ts');
    expect(make('element', 'gauge').output).toContain('+ packages/elements/src/gauge/gauge.ts');
    expect(make('entity', 'price-list')).toEqual({ code: 1, output: expect.stringContaining('is there already') });
  });

  it('writes what passes format, lint, names, layers, laws and types', { timeout: 600_000 }, () => {
    const steps = 'format,lint,names,layers,spec,types';
    expect(copy.check(steps)).toEqual({ code: 0, output: expect.stringContaining('passed, 0 failed') });
    expect(copy.run('eslint', ...made)).toEqual({ code: 0, output: '' });
  });

  it('writes tests that pass, the conformance suite among them', { timeout: 600_000 }, () => {
    const { code, output } = copy.run('vitest', 'run', 'test/core', 'test/store', 'test/adapters');
    expect(output).toMatch(/Tests {2}\d{3} passed/);
    expect(code).toBe(0);
  });

  it('writes elements that pass in Chromium', { timeout: 600_000 }, () => {
    const { code, output } = copy.run('wtr');
    expect(output).toContain('2 passed, 0 failed');
    expect(code).toBe(0);
  });
});
