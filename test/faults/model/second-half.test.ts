import { describe } from 'vitest';
import { testHistories } from './histories.js';

describe('three tabs against a model, the second half', () => testHistories(1_000, 1));
