import type { Match } from '@kith/store/duplicates';

/** What speaks for two rows being one, or against it. */
export type Evidence = Match['reasons'][number]['evidence'];
