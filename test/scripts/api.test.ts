import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { copyWorkspace, type WorkspaceCopy } from '../support/workspace-copy.js';

/** A small built package stands for the real ones, so that this needs no build. */
describe('the public face', () => {
  let copy: WorkspaceCopy;
  beforeAll(() => {
    copy = copyWorkspace();
    copy.remove('packages');
    copy.remove('docs/api');
    copy.write(
      'packages/hats/package.json',
      manifest({ '.': { types: './dist/index.d.ts', default: './dist/index.js' } }),
    );
    copy.write('packages/hats/dist/index.d.ts', "export { brim, type Hat } from './hat.js';\n");
    copy.write(
      'packages/hats/dist/hat.d.ts',
      '/** A hat. */\nexport interface Hat {\n    readonly size: number;\n}\nexport declare const brim: (hat: Hat) => number;\n',
    );
    copy.write('packages/hats/dist/index.js', "export { brim } from './hat.js';\n");
    copy.write('packages/hats/dist/hat.js', 'export const brim = (hat) => hat.size;\n');
  });
  afterAll(() => copy.dispose());

  it('is reported by entry point, sorted by name', () => {
    expect(copy.check('api', '--update').code).toBe(0);
    expect(copy.read('docs/api/hats.api.md')).toContain(
      '// Hat\ninterface Hat {\n    readonly size: number;\n}\n\n// brim\nconst brim: (hat: Hat) => number;',
    );
    expect(copy.check('api')).toEqual({ code: 0, output: expect.stringContaining('1 passed, 0 failed') });
  });

  it('fails when it changed and the report did not', () => {
    const before = copy.read('packages/hats/dist/hat.d.ts');
    copy.write('packages/hats/dist/hat.d.ts', before.replace('size: number', 'size: string'));
    const { code, output } = copy.check('api');
    copy.write('packages/hats/dist/hat.d.ts', before);
    expect(code).toBe(1);
    expect(output).toContain('docs/api/hats.api.md is stale');
    expect(output).toContain('+     readonly size: string;');
    expect(output).toContain('pnpm check --update');
  });

  it('fails when "exports" names what is not there', () => {
    copy.write(
      'packages/hats/package.json',
      manifest({ '.': { types: './dist/index.d.ts', default: './dist/hats.js' } }),
    );
    const { code, output } = copy.check('exports');
    expect(code).toBe(1);
    expect(output).toContain('"exports" names ./dist/hats.js, which is not there');
  });
});

const manifest = (exports: object): string =>
  `${JSON.stringify({ name: '@kith/hats', version: '1.0.0', type: 'module', license: 'MIT', files: ['dist'], exports }, null, 2)}\n`;
