import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const script = path.resolve(import.meta.dirname, '../../scripts/kith.mjs');

describe('npm start and npm test say what is wrong', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'kith-start-'));
    mkdirSync(path.join(folder, 'empty'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const kith = (parameters: readonly string[], env: Readonly<Record<string, string>> = {}) => {
    const { status, stderr } = spawnSync(process.execPath, [script, ...parameters], {
      encoding: 'utf8',
      env: { ...process.env, INIT_CWD: folder, ...env },
    });
    return { status, message: stderr.trim() };
  };

  it.each([
    ['a folder that is not there', ['start', '--data', 'missing'], 'There is no folder'],
    [
      'a folder without the files',
      ['start', '--data', 'empty'],
      'lacks accounts.csv, products.csv, sales_pipeline.csv, sales_teams.csv',
    ],
    ['no folder', ['start', '--data'], '--data needs a folder'],
    ['another option', ['start', '--port', '80'], 'npm start takes --data DIR and nothing else, not: --port 80'],
    ['another command', ['serve'], 'There is no "serve"'],
  ])('about %s', (_, parameters, words) => {
    const { status, message } = kith(parameters);
    expect(status).toBe(1);
    expect(message).toContain(words);
    expect(message).not.toContain('    at ');
  });

  it('about a browser that is not where KITH_CHROMIUM says', () => {
    const { status, message } = kith(['test'], { KITH_CHROMIUM: '/nowhere/chromium' });
    expect(status).toBe(1);
    expect(message).toContain('KITH_CHROMIUM is /nowhere/chromium, but there is no such file');
  });

  it('reads the folder from where the person typed the command', () => {
    expect(kith(['start', '--data', './empty']).message).toContain(path.join(folder, 'empty'));
  });
});
