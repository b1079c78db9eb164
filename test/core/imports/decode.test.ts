import { readFileSync } from 'node:fs';
import path from 'node:path';
import { csvTable, textDecoder } from '@kith/core/imports';
import { describe, expect, it } from 'vitest';
import { dataFolder } from '../../support/data.js';

function decode(bytes: Uint8Array, encoding?: string, size = bytes.length || 1): string {
  const decoder = textDecoder(encoding);
  let text = '';
  for (let at = 0; at < bytes.length; at += size) {
    const result = decoder.push(bytes.subarray(at, at + size));
    if (!result.ok) return `${result.problem.code}: ${result.problem.message}`;
    text += result.value;
  }
  const last = decoder.end();
  return last.ok ? text + last.value : `${last.problem.code}: ${last.problem.message}`;
}
const bytes = (...values: readonly number[]): Uint8Array => Uint8Array.from(values);

describe('textDecoder', () => {
  it.each([1, 2, 3, 7, 100])('I10 reads UTF-8 in pieces of %i bytes', (size) => {
    const text = 'Łódź,日本,😀,Ελλάδα\n';
    expect(decode(new TextEncoder().encode(text), undefined, size)).toBe(text);
    expect(decode(new TextEncoder().encode(`\uFEFF${text}`), 'windows-1252', size)).toBe(text);
  });

  it('I10 reads the declared encoding', () => {
    expect(decode(bytes(0x4d, 0xfc, 0x6c, 0x6c, 0x65, 0x72, 0x80), 'windows-1252')).toBe('Müller€');
    expect(decode(bytes(0xc0, 0xee), 'gb18030')).toBe('李');
  });

  it('I10 refuses bytes of another encoding and names the line', () => {
    expect(decode(new Uint8Array([...new TextEncoder().encode('a\r\nb\n'), 0x4d, 0xfc, 0x0a, 0x0a]))).toBe(
      'imports/wrong-encoding: Line 3 is not utf-8. Save the file as UTF-8, or say which encoding it has; what older versions of Excel wrote is often windows-1252.',
    );
    expect(decode(bytes(0x61, 0x0a, 0xc3))).toMatch(/^imports\/wrong-encoding: Line 2/);
  });

  it('I10 refuses an encoding it does not know', () => {
    expect(decode(bytes(0x61), 'klingon')).toMatch(/^imports\/unknown-encoding.*klingon/);
    expect(decode(bytes(0xff, 0xfe, 0, 0, 0x61, 0, 0, 0))).toMatch(/^imports\/unknown-encoding.*utf-32/);
    expect(decode(bytes(0, 0, 0xfe, 0xff, 0, 0, 0, 0x61))).toMatch(/^imports\/unknown-encoding.*utf-32/);
  });

  it('I10 reads an empty file as no text', () => {
    expect(decode(bytes())).toBe('');
    expect(decode(bytes(0xef, 0xbb, 0xbf))).toBe('');
  });
});

const folder = dataFolder('sf_dataloader');
describe.skipIf(!folder)('Data Loader exports', () => {
  const read = (name: string): Uint8Array => readFileSync(path.join(folder ?? '', name));
  const lines = (text: string): string => text.replaceAll('"', '').trim().split(/\s+/).join('\n');
  it.each(['UTF8', 'UTF16LE', 'UTF16BE'])('I10 knows %s by its mark', (mark) => {
    expect(lines(decode(read(`csvtext_BOM_${mark}.csv`)))).toBe(lines(decode(read('csvtext.csv'))));
  });
  it.each(['UTF32LE', 'UTF32BE'])('I8 refuses %s under the mark of UTF-16, whatever it decodes to', (mark) => {
    const table = csvTable();
    const pushed = table.push(decode(read(`csvtext_BOM_${mark}.csv`)));
    const result = pushed.ok ? table.end() : pushed;
    expect(result.ok || result.problem.code).toBe('imports/nul-byte');
  });
});
