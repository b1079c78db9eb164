import type { Contact } from '@kith/core';
import type { DetailedDeal } from '@kith/core/deals';
import { describe, expect, it } from 'vitest';
import { peopleByRole } from '../../../packages/elements/src/companies/people-by-role.js';

const person = (id: string): Contact => ({ id: `contact_${id}`, name: id }) as unknown as Contact;
const deal = (status: string, ...contacts: readonly (readonly [id: string, ...roles: string[]])[]): DetailedDeal =>
  ({ status, contacts: contacts.map(([id, ...roles]) => ({ contactId: `contact_${id}`, roles })) }) as never;
const namesOf = (groups: ReturnType<typeof peopleByRole>) =>
  groups.map(({ role, people }) => [role, ...people.map(({ name }) => name)]);

describe('people by role', () => {
  const people = ['ann', 'ben', 'eva'].map(person);

  it('CD63 puts those who decide first, and who has no part last', () => {
    const groups = peopleByRole(people, [deal('open', ['ann', 'champion'], ['ben', 'decisionMaker', 'champion'])]);
    expect(namesOf(groups)).toEqual([
      ['decisionMaker', 'ben'],
      ['champion', 'ann', 'ben'],
      [undefined, 'eva'],
    ]);
  });

  it('CD63 counts a part in a closed deal only for who has none in an open one', () => {
    const groups = peopleByRole(people, [
      deal('open', ['ann', 'user']),
      deal('won', ['ann', 'blocker'], ['eva', 'blocker']),
    ]);
    expect(namesOf(groups)).toEqual([
      ['blocker', 'eva'],
      ['user', 'ann'],
      [undefined, 'ben'],
    ]);
  });
});
