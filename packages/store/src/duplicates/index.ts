export { type IdentityRow, identities, type SourceName } from './collection.js';
export { type CheckInput, check } from './commands.js';
export type { Match, Matches } from './find-duplicates.js';
export { keepIdentities } from './keep-identities.js';
export { type Rebuilt, rebuildIdentities } from './rebuild-identities.js';
