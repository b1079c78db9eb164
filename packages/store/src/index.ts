export { type Change, type ChangeSet, reverse } from './change-set.js';
export type { Collection, Identified } from './collection.js';
export { type Command, command } from './command.js';
export type { Changes, Draft } from './entity.js';
export { KithError, type KithErrorCode } from './error.js';
export { openStore, type StoreOptions } from './open-store.js';
export type { Answer, OneQuery, Query, RowsQuery, SearchQuery, TallyGroup, TallyQuery } from './query.js';
export { type RowChanges, rowChanges } from './row-changes.js';
export type { Committed, HistoryState, Seen, Store } from './store.js';
export type { Work } from './work.js';

export * as activities from './activities/index.js';
export * as companies from './companies/index.js';
export * as contacts from './contacts/index.js';
export * as deals from './deals/index.js';
export * as pipelines from './pipelines/index.js';
export * as products from './products/index.js';
export * as teams from './teams/index.js';
export * as users from './users/index.js';
