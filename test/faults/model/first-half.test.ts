import { describe } from 'vitest';
import { HALF, testHistories, testSeeds } from './histories.js';
import { KEPT_SEEDS } from './kept-seeds.js';

describe('histories that found something once', () => testSeeds(KEPT_SEEDS));
describe('three tabs against a model, the first half', () => testHistories(HALF, 0));
