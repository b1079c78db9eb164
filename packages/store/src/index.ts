export { type Change, type ChangeSet, reverse } from './change-set.js';
export type { Collection, Identified } from './collection.js';
export { type Command, command } from './command.js';
export { KithError } from './error.js';
export type { Answer, OneQuery, Query, RowsQuery, TallyGroup, TallyQuery } from './query.js';
export type { Committed, HistoryState, Store } from './store.js';
export type { Work } from './work.js';
