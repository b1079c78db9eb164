import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { copyWorkspace, type WorkspaceCopy } from '../support/workspace-copy.js';

describe('sizes', () => {
  let copy: WorkspaceCopy;
  beforeAll(() => {
    copy = copyWorkspace();
    copy.write('hat.mjs', `export const hat = ${JSON.stringify('felt '.repeat(1))};\n`);
    copy.write('README.md', 'A hat costs <!-- size: a hat -->9.9 kB<!-- /size -->.\n');
    copy.write('test/sizes.json', sizes(0));
  });
  afterAll(() => copy.dispose());

  const sizes = (measured: number, ceiling?: number): string =>
    JSON.stringify([{ name: 'a hat', code: "import { hat } from './hat.mjs'; console.log(hat);", measured, ceiling }]);

  it('catches what grew by more than 5 %, and a number in the README that is not true', () => {
    const { code, output } = copy.check('sizes');
    expect(code).toBe(1);
    expect(output).toContain('a hat: 0.0 kB, it was 0.0 kB');
    expect(output).toContain('README.md says a hat is 9.9 kB; it is 0.0 kB');
  });

  it('are rewritten on demand, in the README too', () => {
    expect(copy.check('sizes', '--update').code).toBe(0);
    expect(copy.read('README.md')).toBe('A hat costs <!-- size: a hat -->0.0 kB<!-- /size -->.\n');
    expect(copy.check('sizes').code).toBe(0);
  });

  it('have ceilings that do not move', () => {
    copy.write('test/sizes.json', sizes(1000, 10));
    expect(copy.check('sizes', '--update').output).toContain('the ceiling is 0.0 kB');
  });
});
