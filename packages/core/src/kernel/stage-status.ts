/** What a row can be by its stage: on hold it is open still. */
export type StageStatus = 'open' | 'won' | 'lost';

/** The status that a stage gives to what is in it: its type, and open where that is on hold. */
export const statusIn = (stage: { readonly type: StageStatus | 'hold' }): StageStatus =>
  stage.type === 'hold' ? 'open' : stage.type;
