export { ConformanceError } from './assert.js';
export type { Case } from './chapter.js';
export { allCases, conformance, type ConformanceOptions } from './conformance.js';
export type { Outcome, ScoreCard } from './score-card.js';
