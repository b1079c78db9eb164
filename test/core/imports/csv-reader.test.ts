import { type CsvReaderOptions, type CsvRecord, csvReader } from '@kith/core/imports';
import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';

/** Everything a reader answers for these pieces, or the problem that refused them. */
function read(pieces: readonly string[], options?: CsvReaderOptions): readonly CsvRecord[] | string {
  const reader = csvReader(options);
  const records: CsvRecord[] = [];
  for (const piece of [...pieces, undefined]) {
    const result = piece === undefined ? reader.end() : reader.push(piece);
    if (!result.ok) return result.problem.message;
    records.push(...result.value);
  }
  return records;
}
const cells = (text: string): unknown => {
  const records = read([text]);
  return typeof records === 'string' ? records : records.map((record) => record.cells);
};

describe('csvReader', () => {
  it('I1 reads delimiters, line ends and doubled quotes between quotes', () => {
    expect(cells('a,"b, c","d ""e"" f","g\nh"\n')).toEqual([['a', 'b, c', 'd "e" f', 'g\nh']]);
    expect(cells('"",,""""\n,\n""')).toEqual([['', '', '"'], ['', ''], ['']]);
  });

  it('I1 keeps a quote inside a bare cell as a character', () => {
    expect(cells('5" pipe,7')).toEqual([['5" pipe', '7']]);
  });

  it('I1 agrees with Papa Parse about whatever is written by the rules', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', 'ß', '字', '"', ',', '\n', ' ', '😀', '='), maxLength: 8 });
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 6 }),
        fc.boolean(),
        (rows, quotes) => {
          const text = Papa.unparse(rows, { newline: '\n', quotes });
          expect(cells(text)).toEqual(Papa.parse(text, { newline: '\n', delimiter: ',', skipEmptyLines: true }).data);
          expect(cells(text)).toEqual(rows);
        },
      ),
    );
  });

  it('I2 takes LF, CR LF and CR as line ends in one file and counts lines by all of them', () => {
    expect(read(['a\r\nb\rc\n\r\n\n"d\r\ne"\rf'])).toEqual([
      { line: 1, cells: ['a'] },
      { line: 2, cells: ['b'] },
      { line: 3, cells: ['c'] },
      { line: 6, cells: ['d\r\ne'] },
      { line: 8, cells: ['f'] },
    ]);
  });

  it('I3 reads the same however the text is cut', () => {
    const text = fc.string({
      unit: fc.constantFrom('a', '"', ',', '\n', '\r', ' ', '\r\n', '""', ',"'),
      maxLength: 40,
    });
    fc.assert(
      fc.property(text, fc.array(fc.nat(40), { maxLength: 6 }), (whole, places) => {
        const cuts = [
          0,
          ...places.map((place) => Math.min(place, whole.length)).sort((left, right) => left - right),
          whole.length,
        ];
        const pieces = cuts.slice(1).map((cut, index) => whole.slice(cuts[index], cut));
        expect(pieces.join('')).toBe(whole);
        expect(read(pieces)).toEqual(read([whole]));
      }),
      { numRuns: 2_000 },
    );
  });

  it('I4 refuses a quote that is never closed and names its line', () => {
    expect(read(['a,b\n1,2\n3,"4\n5,6\n'])).toMatch(/^Line 3 opens a quote that is never closed/);
  });

  it('I5 refuses a record of 50 MB after the first piece beyond the limit', () => {
    const reader = csvReader();
    const piece = 'x'.repeat(65_536);
    expect(reader.push('a,b\n').ok).toBe(true);
    let pieces = 0;
    let refused: string | undefined;
    for (let size = 0; size < 50_000_000 && refused === undefined; size += piece.length) {
      const result = reader.push(piece);
      pieces += 1;
      if (!result.ok) refused = result.problem.message;
    }
    expect(refused).toBe(
      'The record on line 2 is longer than 1000000 characters. This may be no CSV file; mend the file, or raise the limit if the record is right.',
    );
    expect(pieces).toBe(16);
  });

  it('I5 says which quote may be the cause', () => {
    expect(read([`a\n1\n"${'x\n'.repeat(60)}`], { maxRecordLength: 100 })).toMatch(
      /record on line 3.*A quote opened on line 3 may not be closed/,
    );
    expect(read([`a\n${'x'.repeat(100)}\n`], { maxRecordLength: 100 })).toHaveLength(2);
  });

  it('I6 answers a row with text outside its quotes as it stands in the file', () => {
    const records = read(['a,b\n"x"y,2\n3, "4"\n"5"\n']);
    expect(records).toMatchObject([
      { line: 1 },
      { line: 2, cells: ['"x"y', '2'], problem: { code: 'imports/stray-quote', params: { line: 2, column: 1 } } },
      { line: 3, cells: ['3', ' "4"'], problem: { code: 'imports/stray-quote', params: { line: 3, column: 2 } } },
      { line: 4, cells: ['5'] },
    ]);
  });
});
