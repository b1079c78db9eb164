import { type Company, type Contact, type Deal, type Id, kindOf, type Stage, type User } from '@kith/core';
import { companies, contacts, deals, pipelines, users } from '@kith/store';
import { Live, type LiveHost } from '../base/live.js';
import { Lookup } from '../base/lookup.js';

/** Names of what the rows of a list point at, read as they come into sight. */
export class References {
  readonly #companies: Lookup<Company, Id<'company'>>;
  readonly #contacts: Lookup<Contact, Id<'contact'>>;
  readonly #deals: Lookup<Deal, Id<'deal'>>;
  readonly #users: Live<ReturnType<typeof users.all>>;
  readonly #pipelines: Live<ReturnType<typeof pipelines.all>>;
  #usersFrom: unknown;
  #usersById: ReadonlyMap<string, User> = new Map();
  #stagesFrom: unknown;
  #stagesById: ReadonlyMap<string, Stage> = new Map();

  /** `hasStages` says whether stages and pipelines are named somewhere. */
  constructor(host: LiveHost, hasStages: () => boolean) {
    this.#companies = new Lookup(host, companies.byId);
    this.#contacts = new Lookup(host, contacts.byId);
    this.#deals = new Lookup(host, deals.byId);
    this.#users = new Live(host, () => users.all());
    this.#pipelines = new Live(host, () => (hasStages() ? pipelines.all() : undefined));
  }

  /** Everybody who can be responsible for a row, by name. */
  get users(): readonly User[] {
    return this.#users.value ?? [];
  }

  /** Every stage of every pipeline. */
  get stages(): ReadonlyMap<string, Stage> {
    if (this.#stagesFrom !== this.#pipelines.value) {
      this.#stagesFrom = this.#pipelines.value;
      const all = this.#pipelines.value?.flatMap((pipeline) => pipeline.stages) ?? [];
      this.#stagesById = new Map(all.map((stage) => [stage.id, stage]));
    }
    return this.#stagesById;
  }

  /** What an id stands for; undefined while it is on its way, and where nobody knows. */
  nameOf(id: string): string | undefined {
    switch (kindOf(id as Id)) {
      case 'user':
        return this.#userOf(id)?.name;
      case 'company':
        return this.#companies.get(id as Id<'company'>)?.name;
      case 'contact':
        return this.#contacts.get(id as Id<'contact'>)?.name;
      case 'deal':
        return this.#deals.get(id as Id<'deal'>)?.name;
      case 'stage':
        return this.stages.get(id)?.name;
      case 'pipeline':
        return this.#pipelines.value?.find((pipeline) => pipeline.id === id)?.name;
      default:
        return undefined;
    }
  }

  #userOf(id: string): User | undefined {
    if (this.#usersFrom !== this.#users.value) {
      this.#usersFrom = this.#users.value;
      this.#usersById = new Map(this.#users.value?.map((user) => [user.id, user]));
    }
    return this.#usersById.get(id);
  }
}
