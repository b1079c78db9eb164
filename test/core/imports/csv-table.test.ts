import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type CsvReaderOptions, type CsvRecord, csvTable, guessDelimiter } from '@kith/core/imports';
import { describe, expect, it } from 'vitest';
import { dataFolder } from '../../support/data.js';

function table(
  text: string,
  options?: CsvReaderOptions,
): { header: readonly string[]; rows: readonly CsvRecord[] } | { code: string; message: string } {
  const reading = csvTable(options);
  const rows: CsvRecord[] = [];
  for (const result of [reading.push(text), reading.end()]) {
    if (!result.ok) return { code: result.problem.code, message: result.problem.message };
    rows.push(...result.value);
  }
  return { header: reading.header ?? [], rows };
}

describe('csvTable', () => {
  it('I2 passes over a byte order mark and empty lines, also before the header', () => {
    expect(table('\uFEFF\r\n\r\na;b\r\n1;2\n\n3;4')).toEqual({
      header: ['a', 'b'],
      rows: [
        { line: 4, cells: ['1', '2'] },
        { line: 6, cells: ['3', '4'] },
      ],
    });
  });

  it('I7 answers a row of the wrong width with its line and both counts', () => {
    expect(table('a,b,c\n1,2,3\n1,2\n1,2,3,4\n')).toMatchObject({
      rows: [
        { line: 2 },
        { line: 3, problem: { code: 'imports/wrong-column-count', params: { line: 3, cells: 2, columns: 3 } } },
        { line: 4, problem: { code: 'imports/wrong-column-count', params: { line: 4, cells: 4, columns: 3 } } },
      ],
    });
  });

  it('I8 refuses a file without a header', () => {
    expect(table('')).toMatchObject({ code: 'imports/no-header' });
    expect(table('\uFEFF\n\n')).toMatchObject({ code: 'imports/no-header' });
  });

  it('I8 refuses two columns of one name, and lets two nameless ones be', () => {
    expect(table('id, name ,name\n')).toEqual({
      code: 'imports/duplicate-column',
      message: 'Two columns are called "name". Rename one of them, so that it is clear which one is meant.',
    });
    expect(table('id,,\n1,2,3\n')).toMatchObject({ rows: [{ cells: ['1', '2', '3'] }] });
  });

  it('I8 refuses a NUL character in the header and rejects a row with one', () => {
    expect(table('a\0,b\n')).toMatchObject({ code: 'imports/nul-byte' });
    expect(table('a,b\n1,2\0\n3,4')).toMatchObject({ rows: [{ problem: { code: 'imports/nul-byte' } }, { line: 3 }] });
  });

  it('I9 finds the delimiter by the header line, outside of quotes', () => {
    expect(guessDelimiter('"a,b,c";d;e\n1,2,3,4,5,6')).toBe(';');
    expect(guessDelimiter('a\tb')).toBe('\t');
    expect(guessDelimiter('alone')).toBe(',');
    expect(table('a|b\n1|2', { delimiter: ',' })).toMatchObject({ header: ['a|b'] });
    expect(table('"two\nlines";b\n1;2')).toMatchObject({ header: ['two\nlines', 'b'], rows: [{ line: 3 }] });
  });
});

const folder = dataFolder('csv_spectrum');
describe.skipIf(!folder)('csv-spectrum', () => {
  const names = folder ? readdirSync(folder).filter((name) => name.endsWith('.csv')) : [];
  it.each(names)('I1 reads %s as expected', (name) => {
    const stored = readFileSync(path.join(folder ?? '', name), 'utf8');
    // The copy at hand lost its carriage returns; what the names promise is put back.
    const text = name.includes('crlf') ? stored.replaceAll(/\r?\n/g, '\r\n') : stored;
    const expected = JSON.parse(
      readFileSync(path.join(folder ?? '', name.replace('csvs_', 'json_').replace('.csv', '.json')), 'utf8'),
    );
    const read = table(text);
    if (!('rows' in read)) throw new Error(read.message);
    expect(
      read.rows.map(({ cells }) => Object.fromEntries(read.header.map((column, index) => [column, cells[index]]))),
    ).toEqual(expected);
    expect(read.rows.every((row) => row.problem === undefined)).toBe(true);
  });
});
