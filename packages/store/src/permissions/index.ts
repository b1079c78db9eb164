export { access$, exportRows } from './access.js';
export { roles } from './collection.js';
export { createRole, editRole, removeRole, share } from './commands.js';
export { allRoles } from './queries.js';
export { type RolesPolicyOptions, rolesPolicy } from './roles-policy.js';
