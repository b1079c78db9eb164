import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { copyWorkspace, type WorkspaceCopy } from '../support/workspace-copy.js';

const page = (fence: string, code: string): string => `# Hats\n\nA hat.\n\n\`\`\`${fence}\n${code}\n\`\`\`\n`;

describe('examples', () => {
  let copy: WorkspaceCopy;
  beforeEach(() => {
    copy = copyWorkspace();
    copy.remove('docs');
    copy.write('README.md', '# Kith\n');
    for (const name of ['core', 'adapters', 'store', 'elements']) copy.remove(`packages/${name}/src`);
    copy.write(
      'packages/core/src/index.ts',
      '/** One more. */\nexport const more = (count: number): number => count + 1;\n',
    );
  });
  afterEach(() => copy.dispose());

  it('run, in pages and in doc comments', () => {
    copy.write('docs/guide/hats.md', page('ts', "import { more } from '@kith/core';\n\nexpect(more(1)).toBe(2);"));
    copy.write(
      'packages/core/src/index.ts',
      "/**\n * One more.\n *\n * ```ts\n * import { more } from '@kith/core';\n *\n * expect(more(2)).toBe(3);\n * ```\n */\nexport const more = (count: number): number => count + 1;\n",
    );
    expect(copy.check('docs')).toEqual({ code: 0, output: expect.stringContaining('2 passed, 0 failed') });
  });

  it('fail where they stand when they are wrong', () => {
    copy.write('docs/guide/hats.md', page('ts', "import { more } from '@kith/core';\n\nexpect(more(1)).toBe(3);"));
    const { code, output } = copy.check('docs');
    expect(code).toBe(1);
    expect(output).toContain('docs_guide_hats.md.L6.test.ts:8');
  });

  it('fail where they stand when they do not compile', () => {
    copy.write('docs/guide/hats.md', page('ts types', "import { fewer } from '@kith/core';"));
    const { code, output } = copy.check('docs');
    expect(code).toBe(1);
    expect(output).toContain(
      "docs_guide_hats.md.L6.test.ts(6,10): error TS2305: Module '\"@kith/core\"' has no exported member 'fewer'",
    );
  });

  it('are of a kind that is known', () => {
    copy.write('docs/guide/hats.md', page('ts skip', 'whatever'));
    expect(copy.check('docs').output).toContain('docs/guide/hats.md:5: a fence may be');
  });
});
