import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { copyWorkspace, type WorkspaceCopy } from '../support/workspace-copy.js';

/** What is planted, by file: each line is one offence, and what the report must say about it. */
const OFFENCES: Readonly<Record<string, ReadonlyArray<readonly [line: string, complaint: string]>>> = {
  'packages/core/src/deals/offence.ts': [
    ["import { object } from 'zod/mini';", "import * as z from 'zod/mini'"],
    ["import { z } from 'zod';", 'zod itself costs the browser 90 kB'],
    ['export const now = Date.now();', 'Core has no clock'],
    ['export const today = new Date();', 'Core has no clock'],
    ['export const chance = Math.random();', 'Core does not roll dice'],
    ["export const answer = fetch('/deals');", 'it has no fetch'],
    ['export const token = crypto.randomUUID();', 'it has no crypto'],
    ['export const later = setTimeout(() => {}, 1);', 'it has no setTimeout'],
    ['export const title = document.title;', 'it has no document'],
    ['export const shown = (1).toLocaleString();', "Core does not know the machine's language"],
    ['export default object;', 'Export it by its name'],
    ["export * from './schema.js';", 'List what is exported by name'],
    ['export const schema = z;', ''],
  ],
  'packages/elements/src/deals/offence.ts': [
    ["import { unsafeHTML } from 'lit/directives/unsafe-html.js';", 'Text that people wrote is never HTML'],
    ["import { unsafeStatic } from 'lit/static-html.js';", 'unsafeStatic puts strings'],
    ["import type { Command, Store } from '@kith/store';", ''],
    [
      'export const carryOut = (store: Store, command: Command): unknown => store.run(command);',
      'Only <kith-app> runs commands',
    ],
    ["export const draw = (element: Element): void => { element.innerHTML = '<b>'; };", 'Draw with a Lit template'],
    ['export const both = [unsafeHTML, unsafeStatic];', ''],
  ],
  'packages/elements/src/app/offence.ts': [
    ["import type { Command, Store } from '@kith/store';", ''],
    ['export const carryOut = (store: Store, command: Command): unknown => store.run(command);', ''],
  ],
  'test/core/offence.test.ts': [
    ["import { it, vi } from 'vitest';", ''],
    ["it.only('runs alone', () => {});", 'A test runs or it is not there'],
    ["vi.mock('rxjs');", 'No mocks'],
    ["it('sleeps', () => new Promise((resolve) => setTimeout(resolve, 100)));", 'never for a time'],
  ],
};

describe('the rules of the house', () => {
  let copy: WorkspaceCopy;
  let complaints: ReadonlyArray<{ readonly file: string; readonly line: number; readonly message: string }>;

  beforeAll(() => {
    copy = copyWorkspace();
    for (const [file, lines] of Object.entries(OFFENCES))
      copy.write(file, `${lines.map(([line]) => line).join('\n')}\n`);
    const { output } = copy.run('eslint', '--format', 'json', ...Object.keys(OFFENCES));
    const results = JSON.parse(output.slice(output.indexOf('['))) as ReadonlyArray<{
      filePath: string;
      messages: ReadonlyArray<{ line: number; message: string }>;
    }>;
    complaints = results.flatMap(({ filePath, messages }) =>
      messages.map(({ line, message }) => ({ file: filePath.slice(copy.root.length + 1), line, message })),
    );
  }, 120_000);
  afterAll(() => copy.dispose());

  const offences = Object.entries(OFFENCES).flatMap(([file, lines]) =>
    lines.map(([text, complaint], index) => ({ file, line: index + 1, text, complaint })),
  );

  it.each(offences.filter(({ complaint }) => complaint !== ''))('catches $text', ({ file, line, complaint }) => {
    const there = complaints.filter((each) => each.file === file && each.line === line).map(({ message }) => message);
    expect(there.join('\n')).toContain(complaint);
  });

  it('lets <kith-app> run commands', () => {
    expect(
      complaints.filter(({ file, message }) => file.includes('/app/') && message.includes('runs commands')),
    ).toEqual([]);
  });
});

describe('what Biome adds', () => {
  it('catches console, enums and what is certain by mere assertion in packages', () => {
    const copy = copyWorkspace();
    copy.write(
      'packages/core/src/deals/offence.ts',
      "console.log('here');\nexport enum Colour {\n  Red,\n}\nexport const first = (list: readonly string[]): string => list[0]!;\nexport const anything: any = 1;\n",
    );
    const { code, output } = copy.check('lint');
    copy.dispose();
    expect(code).toBe(1);
    for (const rule of ['noConsole', 'noEnum', 'noNonNullAssertion', 'noExplicitAny']) expect(output).toContain(rule);
  });
});
