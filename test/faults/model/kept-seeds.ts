/** Histories that once found something, and what it was: they are run first, each by its name. */
export const KEPT_SEEDS: Readonly<Record<string, number>> = {
  'an erasure beside an edit in another tab left the edit in the history': 1009,
  'a tab that slept through a creation refuses by what it knows': 1033,
  'a tab that wrote and sleeps on is behind again': 1038,
  'a row is erased in the moment in which somebody else removes it': 1050,
  'a row is taken out though no room is left to remember it': 1239,
  'a tab that sleeps wrote beside others, and knows nothing of theirs': 817606195,
  'a tab that sleeps wrote what was erased in the same moment, and refuses by what it wrote': 477737213,
  'an erasure beside the first step ever of an actor left the step in the history': 817606914,
};
