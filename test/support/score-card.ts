import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { ScoreCard } from '@kith/adapters/conformance';
import { expect } from 'vitest';

const page = path.resolve(import.meta.dirname, '../../docs/score-card.md');

/** The section of an adapter: from its heading to the next one. */
function sectionOf(text: string, adapter: string): { readonly from: number; readonly to: number } {
  const from = text.indexOf(`\n## ${adapter}\n`);
  const next = text.indexOf('\n## ', from + 1);
  return { from, to: next < 0 ? text.length : next };
}

/**
 * Expects that every case has passed, and that docs/score-card.md says so. With KITH_SCORE_CARD=write it is written there
 * instead: scripts/write-score-card.mjs.
 */
export function expectDocumented(card: ScoreCard): void {
  expect(card.failures, String(card)).toEqual([]);
  const text = readFileSync(page, 'utf8');
  const { from, to } = sectionOf(text, card.adapter);
  expect(from, `docs/score-card.md has a section "## ${card.adapter}"`).toBeGreaterThan(0);
  const wanted = `\n## ${card.adapter}\n\n${card.toMarkdown()}\n`;
  if (process.env.KITH_SCORE_CARD === 'write') writeFileSync(page, text.slice(0, from) + wanted + text.slice(to));
  else expect(text.slice(from, to), 'docs/score-card.md is stale. Run: node scripts/write-score-card.mjs').toBe(wanted);
}
