import { type Problem, refuse } from '@kith/core';
import type { Command, Store } from '@kith/store';

/** A store under a rule of the host: commands that break it are refused, by `run` and by `can` alike. */
export function withRule(store: Store, rule: (command: Command) => Problem | undefined): Store {
  const guarded =
    (verb: 'run' | 'can'): Store['run'] =>
    async (command) => {
      const problem = rule(command);
      return problem ? refuse(problem) : store[verb](command);
    };
  return { ...store, run: guarded('run'), can: guarded('can') };
}
