import { csvReader, csvTable, REASON_COLUMN, rejectedHeader, rejectedRow, writeCsvRow } from '@kith/core/imports';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

describe('writeCsvRow', () => {
  it('I11 is read back exactly, whatever the cells hold', () => {
    const cell = fc.oneof(fc.string(), fc.constantFrom('=1+1', '"', '""', '\r', '\n', ' x', '\uFEFFx', '-', ''));
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { minLength: 1 }),
        fc.constantFrom(',', ';', '\t', '|'),
        (rows, delimiter) => {
          const reader = csvReader({ delimiter });
          const read = reader.push(rows.map((row) => writeCsvRow(row, { delimiter })).join(''));
          expect(read.ok && read.value.map(({ cells, problem }) => problem ?? cells)).toEqual(rows);
        },
      ),
    );
  });

  it('I11 neutralises formulas only where that is asked for', () => {
    expect(writeCsvRow(['=SUM(A1)', '+1', '-1', '@x', '\tx', 'a=b'])).toBe('=SUM(A1),+1,-1,@x,"\tx",a=b\r\n');
    expect(writeCsvRow(['=SUM(A1)', '+1', '-1', '@x', '\tx', 'a=b'], { formulas: 'neutralise' })).toBe(
      "'=SUM(A1),'+1,'-1,'@x,'\tx,a=b\r\n",
    );
  });

  it('I11 puts the reason first, and in the place of an earlier one', () => {
    const header = ['id', 'name'];
    const first = rejectedHeader(header);
    expect(first).toEqual([REASON_COLUMN, 'id', 'name']);
    const row = rejectedRow(header, ['1', 'A', 'too many'], 'Too many cells');
    expect(row).toEqual(['Too many cells', '1', 'A', 'too many']);
    const table = csvTable();
    table.push(writeCsvRow(first));
    expect(table.header).toEqual(first);
    expect(rejectedHeader(first)).toEqual(first);
    expect(rejectedRow(first, row, 'Still too many')).toEqual(['Still too many', '1', 'A', 'too many']);
  });
});
