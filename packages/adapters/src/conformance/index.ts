export { ConformanceError } from './assert.js';
export type { Case } from './chapter.js';
export { allCases, type ConformanceOptions, conformance } from './conformance.js';
export type { FaultyStorage, Means, Mishap, Victim } from './means.js';
export type { Outcome, Score, ScoreCard } from './score-card.js';
export { writeUntilKilled } from './writing-until-killed.js';
