import { readFileSync } from 'node:fs';
import path from 'node:path';
import { csvTable } from '@kith/core/imports';
import type { Example } from '@kith/core/scoring';

/** The leads of an online school, in the order of the file; cells are text as they stand there. */
export function readLeads(folder: string): readonly (Example & { readonly row: Readonly<Record<string, string>> })[] {
  const table = csvTable();
  const read = [table.push(readFileSync(path.join(folder, 'leads_train.csv'), 'utf8')), table.end()];
  const records = read.flatMap((each) => (each.ok ? each.value : []));
  return records.map(({ cells }) => {
    const row = Object.fromEntries(cells.map((cell, index) => [table.header?.[index] ?? '', cell]));
    return { row, won: row['Converted'] === '1' };
  });
}

/** What is known when a lead is captured: neither ids nor the outcome, nor what the reference says is written later. */
export const KNOWN_AT_CAPTURE = [
  'Lead Origin',
  'Lead Source',
  'Do Not Email',
  'Do Not Call',
  'TotalVisits',
  'Total Time Spent on Website',
  'Page Views Per Visit',
  'Country',
  'Specialization',
  'How did you hear about X Education',
  'What is your current occupation',
  'What matters most to you in choosing a course',
  'Search',
  'Magazine',
  'Newspaper Article',
  'X Education Forums',
  'Newspaper',
  'Digital Advertisement',
  'Through Recommendations',
  'Receive More Updates About Our Courses',
  'Update me on Supply Chain Content',
  'Get updates on DM Content',
  'City',
  'I agree to pay the amount through cheque',
  'A free copy of Mastering The Interview',
];

/** Fields that are written after contact. */
export const WRITTEN_LATER = ['Tags', 'Lead Quality'];
