export { ConformanceError } from './assert.js';
export type { Case } from './chapter.js';
export { allCases, type ConformanceOptions, conformance } from './conformance.js';
export type { Outcome, ScoreCard } from './score-card.js';
