import * as z from 'zod/mini';
import { entityFields } from '../kernel/entity.js';
import { ok, type Result, refuse } from '../kernel/result.js';
import { type Infer, id, name, text } from '../kernel/schema.js';
import { type GrantFilter, type PersonField, parseGrantFilter } from './person-reference.js';

/**
 * Whose rows: what somebody owns; what their team owns; that, and what everybody owns who reports to them or is in a team
 * they lead; that, and what all teams below theirs own; what was shared with them or a team of theirs; every row. A row
 * nobody owns is in `all` only.
 */
export const Scope = z.enum(['own', 'team', 'team-and-below', 'unit-and-below', 'shared', 'all']);
export type Scope = z.infer<typeof Scope>;

/** What only somebody may read who is cleared for it: what is about a person, and what is about their health. */
export const Sensitivity = z.enum(['personal', 'health']);
export type Sensitivity = z.infer<typeof Sensitivity>;

/** What can be done to the rows of a collection. `transfer` gives a row another owner or shares it, `erase` leaves no trace. */
export const ACTIONS = ['read', 'create', 'update', 'delete', 'erase', 'export', 'transfer'] as const;
export type Action = (typeof ACTIONS)[number];

const path = z
  .string()
  .check(
    z.refine(
      (value) => value.length <= 200 && !value.split('.').includes(''),
      'Expected the path of a field such as amount.minor.',
    ),
  );
const paths = z.array(path);
const action = z
  .string()
  .check(
    z.refine(
      (value) => value === '*' || value.includes('/') || ACTIONS.some((known) => known === value),
      `Expected ${ACTIONS.join(', ')}, the type of a command such as deals/win, or *.`,
    ),
  );
const condition = z.custom<GrantFilter>().check((ctx) => {
  const read = parseGrantFilter(ctx.value);
  if (!read.ok) ctx.issues.push({ code: 'custom', message: read.problem.message, input: ctx.value });
});

/**
 * One right: these actions, on these rows of a collection (`*` is every one but the audit log), in these fields. The type
 * of a command among the actions lets that command write those rows, whatever the fields. Without `fields`, all of them.
 */
export const Grant = z.strictObject({
  collection: text(100),
  actions: z.array(action).check(z.minLength(1)),
  scope: Scope,
  /** Which of those rows; values may be those of whoever acts, such as `{ person: 'territories' }`. */
  where: z.optional(condition),
  /** A path stands for everything below it. */
  fields: z.optional(z.union([z.strictObject({ only: paths }), z.strictObject({ except: paths })])),
  /** The sensitive fields among them that it covers, too. */
  cleared: z.optional(z.array(Sensitivity)),
});
export type Grant = Infer<typeof Grant>;

const roleFields = {
  /** What users name it by, and what never changes: `sales`. */
  key: text(100),
  name,
  /** Says who may do what: roles, who has them, whose team is whose; makes and restores backups. */
  administers: z.optional(z.boolean()),
  grants: z.array(Grant),
};

/** What somebody may do because of what they do here. Who has several roles has the rights of all of them. */
export const Role = z.strictObject(roleFields);
export type Role = Infer<typeof Role>;

/** A role that is kept in the book. */
export const StoredRole = z.object({ id: id('role'), ...roleFields, ...entityFields });
export type StoredRole = Infer<typeof StoredRole>;

/** A field that not everybody may see or change who has a right to its rows: what a custom field says of itself. */
export interface ProtectedField {
  readonly collection: string;
  /** `customFields.diagnosis` */
  readonly field: string;
  /** Seen and changed by grants only that are cleared for it. */
  readonly sensitivity?: Sensitivity | undefined;
  /** Keys of the roles that may see it; all of them when left out. */
  readonly read?: readonly string[] | undefined;
  /** Keys of the roles that may change it; those that may see it when left out. */
  readonly update?: readonly string[] | undefined;
}

/** Who may do what, whoever they are. */
export interface Policy {
  readonly roles: readonly Role[];
  /** Where the owner of a row stands, by collection; `ownerId` when left out, and in `users` the user. */
  readonly owners?: Readonly<Record<string, string>> | undefined;
  readonly fields?: readonly ProtectedField[] | undefined;
  /** What conditions of roles that are not listed here refer to in a user's row: to change it, too, is for those who administer. */
  readonly references?: readonly PersonField[] | undefined;
}

/**
 * Reads roles from JSON that somebody else wrote. Problems: `permissions/invalid-policy` with the place in `path`,
 * `permissions/duplicate-role`, and `permissions/no-administrator` when no role could ever change them again.
 */
export function parseRoles(value: unknown): Result<readonly Role[]> {
  const parsed = z.array(Role).safeParse(value);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const at = issue?.path.map(String).join('.') ?? '';
    return refuse({
      code: 'permissions/invalid-policy',
      message: `The roles do not fit: ${at ? `${at}: ` : ''}${issue?.message ?? 'unknown'}`,
      path: at,
    });
  }
  const roles = parsed.data as readonly Role[];
  const twice = roles.find(({ key }, index) => roles.findIndex((role) => role.key === key) < index);
  if (twice)
    return refuse({
      code: 'permissions/duplicate-role',
      message: `There are two roles "${twice.key}". Give one another key.`,
      params: { key: twice.key },
    });
  if (!roles.some(({ administers }) => administers))
    return refuse({
      code: 'permissions/no-administrator',
      message: `None of the roles ${roles.map(({ key }) => `"${key}"`).join(', ')} administers, so nobody could change them again. Set "administers" in one.`,
    });
  return ok(roles);
}
