import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { copyWorkspace, type WorkspaceCopy } from '../support/workspace-copy.js';

describe('laws, tests and codes', () => {
  let copy: WorkspaceCopy;
  beforeEach(() => {
    copy = copyWorkspace();
    copy.remove('docs/spec');
    copy.remove('packages');
    copy.write(
      'docs/spec/hats.md',
      '# Hats\n\n- **H1** A hat has a brim.\n- **H2** A hat can be lent.\n- **H3** A lent hat comes back.\n',
    );
    copy.write(
      'test/core/hats.test.ts',
      "it('H1 has a brim', () => {});\nit.each([1])('H2–H3 come and go', () => {});\n",
    );
    copy.write(
      'docs/spec/problems.md',
      '- `hats/too-large` when the brim is wider than the door; choose a smaller one\n',
    );
    copy.write('packages/core/src/hats/rules.ts', "export const problem = { code: 'hats/too-large' };\n");
  });
  afterEach(() => copy.dispose());

  it('are content when they agree', () => {
    expect(copy.check('spec')).toEqual({ code: 0, output: expect.stringContaining('3 passed, 0 failed') });
  });

  it('catches a law without a test', () => {
    copy.write('test/core/hats.test.ts', "it('H1, H2 has a brim', () => {});\n");
    expect(copy.check('spec').output).toContain(
      'docs/spec/hats.md:5: law H3 has no test. Write one whose title begins with "H3 "',
    );
  });

  it('catches a test that cites no law', () => {
    copy.write('test/core/brims.test.ts', "it('H9 is made of felt', () => {});\n");
    expect(copy.check('spec').output).toContain('test/core/brims.test.ts:1: the title cites H9');
  });

  it('catches a letter that two pages use, and a number that is there twice', () => {
    copy.write('docs/spec/hoods.md', '- **H4** A hood has no brim.\n');
    copy.write('docs/spec/hats.md', '- **H1** A hat.\n- **H1** A hat again.\n');
    const { output } = copy.check('spec');
    expect(output).toContain('laws with H are those of docs/spec/hats.md');
    expect(output).toContain('docs/spec/hats.md:2: law H1 is there twice');
  });

  it('catches a code that is not documented, and one that no source uses', () => {
    copy.write('packages/core/src/hats/rules.ts', "export const problem = { code: 'hats/no-brim' };\n");
    const { output } = copy.check('spec');
    expect(output).toContain('packages/core/src/hats/rules.ts:1: hats/no-brim is not in docs/spec/problems.md');
    expect(output).toContain('docs/spec/problems.md:1: no source uses hats/too-large');
  });

  it('knows codes that are put together', () => {
    copy.write(
      'packages/core/src/hats/rules.ts',
      "const kinds = ['too-large'];\nexport const codes = kinds.map((kind) => `hats/${kind}`);\n",
    );
    expect(copy.check('spec').code).toBe(0);
  });
});
