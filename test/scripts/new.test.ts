import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { copyWorkspace, type WorkspaceCopy } from '../support/workspace-copy.js';

describe('pnpm new', () => {
  let copy: WorkspaceCopy;
  beforeAll(() => {
    copy = copyWorkspace();
    // The laws of the others have their tests elsewhere.
    copy.remove('docs/spec');
    copy.write('docs/spec/problems.md', '# Problems\n');
  });
  afterAll(() => copy.dispose());

  const make = (kind: string, name: string) => copy.run(process.execPath, 'scripts/new.mjs', kind, name);

  it('asks for what it needs', () => {
    expect(make('hat', 'fedora')).toEqual({ code: 1, output: expect.stringContaining('Say what: pnpm new entity') });
    expect(make('entity', 'PriceList').output).toContain('Name the entity in small letters');
  });

  it('writes an entity and an element', () => {
    expect(make('entity', 'price-list')).toEqual({
      code: 0,
      output: expect.stringContaining('+ packages/core/src/price-lists/schema.ts'),
    });
    expect(make('element', 'gauge')).toEqual({
      code: 0,
      output: expect.stringContaining('+ packages/elements/src/gauge/gauge.ts'),
    });
    expect(make('entity', 'price-list').output).toContain('is there already');
  });
});
