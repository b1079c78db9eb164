export { type Access, accessOf, type Held, ownerPath, referencesOf, SHARED_WITH } from './access.js';
export { administratorsOf, checkLockOut, type Staffing } from './administrators.js';
export {
  decide,
  decideChange,
  fieldNotAllowed,
  type Question,
  readScope,
  type Sight,
  sightOf,
  visibleFields,
  type WantedChange,
} from './decide.js';
export { type Member, type MemberTeam, type Person, personOf } from './people.js';
export {
  type GrantFilter,
  type PersonField,
  type PersonReference,
  type PersonValues,
  parseGrantFilter,
} from './person-reference.js';
export {
  ACTIONS,
  type Action,
  Grant,
  type Policy,
  type ProtectedField,
  parseRoles,
  Role,
  Scope,
  Sensitivity,
  StoredRole,
} from './policy.js';
export { anyOf, everything, type Reach, type Reaches, reachesOf } from './reach.js';
export { changedPaths, complete, redact, unseenPath } from './redact.js';
