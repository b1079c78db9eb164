import { type Id, ok, type Result, refuse } from '@kith/core';
import { checkGoal, type Goal } from '@kith/core/goals';
import { misplacement } from '../ancestry.js';
import { type Command, command } from '../command.js';
import { type Changes, create as createEntity, type Draft, edit as editEntity } from '../entity.js';
import { checkCollection } from '../known-collection.js';
import type { Work } from '../work.js';
import { goals } from './collection.js';

/** Sets a goal. Problems: those of `checkGoal`, and `store/unknown-collection`. */
export const create = (input: Draft<Goal>): Command<Goal> =>
  command('goals/create', input, async (work) => {
    const made = createEntity(work, goals, input);
    return made.ok ? checked(work, made.value) : made;
  });

/** Changes a goal. Problems: those of `create`, `goals/own-ancestor`, and `store/not-found`. */
export const edit = (input: { readonly id: Id<'goal'>; readonly changes: Changes<Goal> }): Command<Goal> =>
  command('goals/edit', input, async (work) => {
    const { id, changes } = input;
    const problem = await misplacement(work, goals, null, { id, parentId: changes.parentId });
    if (problem) return refuse(problem);
    const edited = await editEntity(work, goals, input);
    return edited.ok ? checked(work, edited.value) : edited;
  });

/** Removes a goal. Its parts stay as they are, and are parts of it again when undo brings it back. */
export const remove = (input: { readonly id: Id<'goal'> }): Command<undefined> =>
  command('goals/remove', input, async (work) => {
    const goal = await work.require(goals, input.id);
    if (!goal.ok) return goal;
    work.remove(goals, input.id);
    return ok(undefined);
  });

function checked(work: Work, goal: Goal): Result<Goal> {
  const known = checkCollection(work, goal.metric.collection, 'metric.collection');
  return known.ok ? checkGoal(goal) : known;
}
