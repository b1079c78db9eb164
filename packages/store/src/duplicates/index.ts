export { type IdentityRow, identities, type SourceName } from './collection.js';
export { type CheckInput, check, checkRow, type RowOf } from './commands.js';
export type { Match, Matches } from './find-duplicates.js';
export { keepIdentities } from './keep-identities.js';
export { type Rebuilt, rebuildIdentities } from './rebuild-identities.js';
export { watchDuplicates } from './watch-duplicates.js';
