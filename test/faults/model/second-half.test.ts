import { describe } from 'vitest';
import { HALF, testHistories } from './histories.js';

describe('three tabs against a model, the second half', () => testHistories(HALF, 1));
