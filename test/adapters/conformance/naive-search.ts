import type { Json, OpenOptions, Row, SearchQuery, StorageAdapter } from '@kith/adapters';
import { StorageFault } from '@kith/adapters';

const simplified = new Map([...'國際貿'].map((character, index) => [character, '国际贸'[index] ?? '']));
const CJK = /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Hangul}]/u;

const fold = (text: string): string =>
  Array.from(
    text.normalize('NFD').replace(/\p{M}/gu, '').normalize('NFC').toLowerCase(),
    (character) => simplified.get(character) ?? character,
  ).join('');

/** Words, and Chinese, Japanese and Korean text as it stands. */
const wordsOf = (text: string): readonly string[] => fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];

/** How well a word of the question fits a word of a row: 0 is not at all. */
function fitness(asked: string, word: string): number {
  if (asked === word) return 3;
  if (word.startsWith(asked) || (CJK.test(asked) && word.includes(asked))) return 2;
  return asked.length > 4 && isClose(asked, word) ? 1 : 0;
}

/** One letter is another, is missing, or is too many. */
function isClose(one: string, other: string): boolean {
  let start = 0;
  while (start < one.length && one[start] === other[start]) start++;
  const [a, b] = [one.slice(start), other.slice(start)];
  return a.slice(1) === b.slice(1) || a === b.slice(1) || a.slice(1) === b;
}

function textsAt(value: Json | undefined, path: readonly string[]): readonly string[] {
  if (Array.isArray(value)) return (value as readonly Json[]).flatMap((item) => textsAt(item, path));
  if (path.length === 0) return typeof value === 'string' ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  const [first = '', ...rest] = path;
  return textsAt((value as Record<string, Json>)[first], rest);
}

/** How a search may go wrong. */
export interface Flaws {
  readonly ignoresWhere?: boolean;
  readonly limitsFirst?: boolean;
  readonly findsAnyWord?: boolean;
  readonly findsWholeWords?: boolean;
  readonly putsWorstFirst?: boolean;
  readonly looksEverywhere?: boolean;
  readonly isCaseSensitive?: boolean;
}

/** Search over an adapter that has none: looks at every row, for every question. */
export function naiveSearch(sound: StorageAdapter, flaws: Flaws = {}): StorageAdapter {
  let options: OpenOptions | undefined;

  function scoreOf({ data }: Row, { c, text }: SearchQuery): number {
    const fields = options?.collections[c]?.search ?? [];
    if (fields.length === 0) return 0;
    const found = flaws.looksEverywhere
      ? wordsOf(JSON.stringify(data)).map((word) => ({ word, weight: 1 }))
      : fields.flatMap(({ path, weight = 1 }) =>
          textsAt(data, path.split('.')).flatMap((each) => wordsOf(each).map((word) => ({ word, weight }))),
        );
    const scores = wordsOf(text).map((asked) =>
      Math.max(
        0,
        ...found.map(({ word, weight }) =>
          flaws.findsWholeWords && asked !== word ? 0 : fitness(asked, word) * weight,
        ),
      ),
    );
    if (flaws.isCaseSensitive && /[A-Z]/.test(text)) return 0;
    if (scores.length === 0 || (!flaws.findsAnyWord && scores.includes(0))) return 0;
    return scores.reduce((sum, score) => sum + score, 0);
  }

  return {
    ...sound,
    capabilities: { ...sound.capabilities, search: true },
    async open(given) {
      await sound.open(given);
      options = given;
    },
    async search(query) {
      const { c, where, limit } = query;
      const { pageRows } = sound.capabilities.limits;
      if (!Number.isInteger(limit) || limit < 1 || limit > pageRows)
        throw new StorageFault({ kind: 'invalid', detail: 'no limit.' });
      const all = await sound.query({
        c,
        limit: pageRows,
        ...(where && !flaws.ignoresWhere && !flaws.limitsFirst && { where }),
      });
      const passing = where && flaws.limitsFirst ? await sound.query({ c, limit: pageRows, where }) : all;
      const sign = flaws.putsWorstFirst ? -1 : 1;
      return all.rows
        .map((row) => ({ row, score: scoreOf(row, query) }))
        .filter(({ score }) => score > 0)
        .sort((a, b) => sign * (b.score - a.score) || (a.row.id < b.row.id ? -1 : 1))
        .slice(0, limit)
        .filter(({ row }) => passing.rows.some(({ id }) => id === row.id));
    },
  };
}
