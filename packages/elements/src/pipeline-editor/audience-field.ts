import type { Id, Team, User } from '@kith/core';
import type { StageRules } from '@kith/core/pipelines';
import type { KithElement } from '../base/element.js';
import { nest } from '../base/nest.js';
import type { Choice } from '../parts/choice.js';
import { KithCombobox } from '../parts/combobox.js';
import { type FieldOptions, field } from '../parts/field.js';
import { wired } from '../parts/form-control.js';

/** People that a rule is about. */
export type Audience = NonNullable<StageRules['movers']>;

/** Whom an audience can be made of. */
export interface People {
  readonly users: readonly User[];
  readonly teams: readonly Team[];
}

/** What an audience is called where nobody is named, and its headings. */
export interface AudienceWords {
  readonly none: string;
  readonly groups: { readonly users: string; readonly teams: string; readonly roles: string };
}

const KEY_OF_ROLE = 'role:';

/** Who is meant: people, teams and roles in one field. Nobody named means no limit, and is no audience. */
export function audienceField(
  host: KithElement,
  options: FieldOptions,
  { users, teams }: People,
  { groups, none }: AudienceWords,
  audience: Audience | undefined,
  set: (audience: Audience | undefined) => void,
): unknown {
  const named = audience?.roles ?? [];
  const roles = [...new Set([...users.flatMap((user) => user.roles ?? []), ...named])].sort();
  const roleChoice = (role: string): Choice => ({ value: KEY_OF_ROLE + role, label: role, group: groups.roles });
  const choices: readonly Choice[] = [
    ...users.map(({ id, name }) => ({ value: id, label: name, group: groups.users })),
    ...teams.map(({ id, name }) => ({ value: id, label: name, group: groups.teams })),
    ...roles.map(roleChoice),
  ];
  const keys = [...(audience?.users ?? []), ...(audience?.teams ?? []), ...named.map((role) => KEY_OF_ROLE + role)];
  const chosen = keys.map((value) => choices.find((choice) => choice.value === value) ?? { value, label: value });
  const onchange = ({ target }: Event): void => set(audienceOf((target as KithCombobox).chosen, teams));
  // A role is named by its key, whether or not anybody has it yet.
  const create = async (text: string): Promise<Choice> => roleChoice(text.trim());
  const control = { choices, chosen, create, isMultiple: true, placeholder: none, onchange };
  return field(options, nest(host, KithCombobox, wired(options, control)));
}

function audienceOf(chosen: readonly Choice[], teams: readonly Team[]): Audience | undefined {
  const values = chosen.map(({ value }) => value);
  const isTeam = (value: string): boolean => value.startsWith('team_') || teams.some(({ id }) => id === value);
  const roles = values.filter((value) => value.startsWith(KEY_OF_ROLE));
  const ids = values.filter((value) => !value.startsWith(KEY_OF_ROLE));
  const parts = {
    users: ids.filter((value) => !isTeam(value)) as Id<'user'>[],
    teams: ids.filter(isTeam) as Id<'team'>[],
    roles: roles.map((value) => value.slice(KEY_OF_ROLE.length)),
  };
  const named = Object.entries(parts).filter(([, list]) => list.length > 0);
  return named.length > 0 ? Object.fromEntries(named) : undefined;
}
