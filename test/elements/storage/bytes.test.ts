import { describe, expect, it } from 'vitest';
import { bytesText } from '../../../packages/elements/src/storage/bytes.js';

describe('bytesText', () => {
  it('KE20 writes a size in the unit that it has, with a digit after the point where that says something', () => {
    expect(
      [0, 1, 999, 1_234, 12_345, 1_234_567, 48_200_000, 10_740_000_000].map((size) => bytesText(size, 'en')),
    ).toEqual(['0 bytes', '1 byte', '999 bytes', '1.2 kB', '12 kB', '1.2 MB', '48 MB', '11 GB']);
  });

  it('KE20 never writes a thousand of one unit for one of the next', () => {
    expect([999_499, 999_500, 999_999_999].map((size) => bytesText(size, 'en'))).toEqual(['999 kB', '1 MB', '1 GB']);
    expect(bytesText(5e15, 'en')).toBe('5,000 TB');
  });

  it('KE20 writes it as the language does', () => {
    expect(bytesText(1_234_567, 'de')).toBe('1,2 MB');
    expect(bytesText(999, 'zh-Hans')).toMatch(/^999\s?字节$/);
  });
});
