import type { Contact } from '@kith/core';
import { ContactRole, type DetailedDeal } from '@kith/core/deals';

/** People with the same part; undefined are those who have none. */
export interface RoleGroup {
  readonly role: ContactRole | undefined;
  readonly people: readonly Contact[];
}

/**
 * The people of a company by the part they have in its deals, those who decide first; somebody with several parts stands
 * under each of them. Parts in open deals count; in closed ones only where somebody has none in an open one.
 */
export function peopleByRole(people: readonly Contact[], deals: readonly DetailedDeal[]): readonly RoleGroup[] {
  const rolesOf = (isOpen: boolean): ReadonlyMap<string, ReadonlySet<ContactRole>> => {
    const found = new Map<string, Set<ContactRole>>();
    for (const { status, contacts = [] } of deals)
      if ((status === 'open') === isOpen)
        for (const { contactId, roles } of contacts) {
          const known = found.get(contactId) ?? new Set();
          found.set(contactId, known);
          for (const role of roles) known.add(role);
        }
    return found;
  };
  const [open, closed] = [rolesOf(true), rolesOf(false)];
  const rolesById = new Map(people.map(({ id }) => [id, open.get(id)?.size ? open.get(id) : closed.get(id)]));
  const groups: RoleGroup[] = ContactRole.options.map((role) => ({
    role,
    people: people.filter(({ id }) => rolesById.get(id)?.has(role)),
  }));
  groups.push({ role: undefined, people: people.filter(({ id }) => !rolesById.get(id)?.size) });
  return groups.filter((group) => group.people.length > 0);
}
