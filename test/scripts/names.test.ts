import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { copyWorkspace, type WorkspaceCopy } from '../support/workspace-copy.js';

describe('names, lengths and places', () => {
  let copy: WorkspaceCopy;
  beforeEach(() => {
    copy = copyWorkspace();
  });
  afterEach(() => copy.dispose());

  it('catches a name that says nothing', () => {
    copy.write('packages/core/src/deals/utils.ts', 'export {};\n');
    copy.write('packages/store/src/common/list.ts', 'export {};\n');
    const { code, output } = copy.check('names');
    expect(code).toBe(1);
    expect(output).toContain('packages/core/src/deals/utils.ts: "utils" says nothing');
    expect(output).toContain('packages/store/src/common/list.ts: "common" says nothing');
  });

  it('catches a file that is too long', () => {
    copy.write('packages/core/src/deals/novel.ts', 'export {};\n'.repeat(401));
    expect(copy.check('names').output).toContain('packages/core/src/deals/novel.ts: 401 lines, at most 400');
  });

  it('catches a test that mirrors nothing', () => {
    copy.write('test/core/hats/rules.test.ts', 'export {};\n');
    expect(copy.check('names').output).toContain('there is no packages/core/src/hats');
  });

  it('catches what was left for later', () => {
    copy.write('packages/core/src/deals/later.ts', `// ${'TO' + 'DO'} write it\n`);
    expect(copy.check('names').output).toContain('packages/core/src/deals/later.ts:1');
  });
});
