import { type Company, type Contact, type Deal, type Id, kindOf, type Stage, type User } from '@kith/core';
import { companies, contacts, deals, type OneQuery, pipelines, users } from '@kith/store';
import { Live, type LiveHost } from '../base/live.js';
import { Lookup } from '../base/lookup.js';

type Named = Company | Contact | Deal;

const QUERIES: Readonly<Record<string, (id: never) => OneQuery<Named>>> = {
  company: companies.byId,
  contact: contacts.byId,
  deal: deals.byId,
};

/** Names of what the rows of a list point at, read as they come into sight. */
export class References {
  readonly #named: Lookup<Named>;
  readonly #users: Live<ReturnType<typeof users.all>>;
  readonly #pipelines: Live<ReturnType<typeof pipelines.all>>;
  #usersFrom: unknown;
  #usersById: ReadonlyMap<string, User> = new Map();
  #stagesFrom: unknown;
  #stagesById: ReadonlyMap<string, Stage> = new Map();

  /** `hasStages` says whether stages and pipelines are named somewhere. */
  constructor(host: LiveHost, hasStages: () => boolean) {
    this.#named = new Lookup(host, (id) => (QUERIES[kindOf(id)] ?? contacts.byId)(id as never));
    this.#users = new Live(host, () => users.all());
    this.#pipelines = new Live(host, () => (hasStages() ? pipelines.all() : undefined));
  }

  /** Whether everybody is known. */
  get isReady(): boolean {
    return this.#users.status === 'ready';
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
    const kind = kindOf(id as Id);
    if (kind === 'user') return this.#userOf(id)?.name;
    if (kind === 'stage') return this.stages.get(id)?.name;
    if (kind === 'pipeline') return this.#pipelines.value?.find((pipeline) => pipeline.id === id)?.name;
    return Object.hasOwn(QUERIES, kind) ? this.#named.get(id)?.name : undefined;
  }

  #userOf(id: string): User | undefined {
    if (this.#usersFrom !== this.#users.value) {
      this.#usersFrom = this.#users.value;
      this.#usersById = new Map(this.#users.value?.map((user) => [user.id, user]));
    }
    return this.#usersById.get(id);
  }
}
