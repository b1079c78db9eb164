import type { Filter, FilterMoment } from '../filters/filter.js';
import { matches } from '../filters/matches.js';
import { currencyExponent } from '../kernel/money.js';
import { ok, type Problem, type Result, refuse } from '../kernel/result.js';
import { countedAmount, limitedField } from './amount-limit.js';
import { type Actor, isAmong } from './audience.js';
import { failedConditions } from './failed-conditions.js';
import { isFilled } from './field-path.js';
import { mayBegin, mayFollow } from './reach.js';
import type { Pipeline, Stage } from './schema.js';

/** A row on its way into a stage. */
export interface Passage {
  readonly pipeline: Pick<Pipeline, 'name' | 'stages'>;
  /** Where it stands; undefined when it is only being made, or when its stage is gone. */
  readonly from: Stage | undefined;
  readonly to: Stage;
  /** The row as it stands, with what was filled in for the move; undefined when it is only being made. */
  readonly before: unknown;
  /** The row as it will be. */
  readonly after: unknown;
  /** Who moves it; undefined for the system itself, of which nobody's rights are asked. */
  readonly actor: Actor | undefined;
  /** How many other rows are in the stage. Asked for only where the stage has a hard limit. */
  readonly others?: number | undefined;
  /** What those others come to by the stage's amount limit, in minor units. Asked for only where that limit is hard. */
  readonly othersAmount?: number | undefined;
  /** Somebody who may has approved it. */
  readonly isApproved?: boolean | undefined;
  /** What a message calls the field at a path; the path itself when left out. */
  readonly labelOf?: ((path: string) => string) | undefined;
}

/**
 * Whether the rules of both stages let a row pass, in this order: transitions, who may move, required fields, exit and
 * entry criteria, room, approval last (so that nobody is asked to approve what would be refused anyway). A refusal names
 * the stage, the rule and the fields, and says in `fix` how to mend it.
 * Problems: `pipelines/not-a-start-stage`, `pipelines/not-allowed-next`, `pipelines/may-not-move`,
 * `pipelines/fields-required`, `pipelines/not-ready-to-leave`, `pipelines/not-fit-to-enter`, `pipelines/stage-full`,
 * `pipelines/amount-full`, `pipelines/approval-needed`.
 */
export function checkPassage(passage: Passage, moment: FilterMoment): Result<undefined> {
  const problem =
    transitionProblem(passage) ??
    moverProblem(passage) ??
    requiredProblem(passage) ??
    leaveProblem(passage, moment) ??
    enterProblem(passage, moment) ??
    roomProblem(passage) ??
    amountProblem(passage) ??
    approvalProblem(passage);
  return problem ? refuse(problem) : ok(undefined);
}

/** Whether any rule can stand in the way into a stage: without one, nobody has to be asked anything. */
export const hasRules = ({ stages }: Pick<Pipeline, 'stages'>): boolean => stages.some(({ rules }) => rules);

function transitionProblem({ pipeline, from, to, before }: Passage): Problem | undefined {
  if (before === undefined) {
    if (mayBegin(pipeline, to)) return undefined;
    const starts = pipeline.stages.filter((stage) => mayBegin(pipeline, stage));
    return {
      code: 'pipelines/not-a-start-stage',
      message: `Nothing begins in "${to.name}". Begin in ${namesOf(starts)}.`,
      path: 'stageId',
      params: { stage: to.name, rule: 'start', stages: namesOf(starts) },
      fix: { kind: 'stages', stageIds: starts.map(({ id }) => id) },
    };
  }
  if (mayFollow(from, to)) return undefined;
  const next = pipeline.stages.filter((stage) => mayFollow(from, stage));
  return {
    code: 'pipelines/not-allowed-next',
    message: `"${to.name}" does not follow on "${from?.name}". ${next.length > 0 ? `Go to ${namesOf(next)}.` : 'Nothing does.'}`,
    path: 'stageId',
    params: { stage: to.name, from: from?.name ?? '', rule: 'next', stages: namesOf(next) },
    fix: { kind: 'stages', stageIds: next.map(({ id }) => id) },
  };
}

function moverProblem({ to, actor }: Passage): Problem | undefined {
  const movers = to.rules?.movers;
  if (!movers || !actor || isAmong(movers, actor)) return undefined;
  return {
    code: 'pipelines/may-not-move',
    message: `You may not move anything to "${to.name}". Ask somebody who may.`,
    path: 'stageId',
    params: { stage: to.name, rule: 'movers' },
    fix: { kind: 'people', by: movers },
  };
}

function requiredProblem({ to, after, labelOf }: Passage): Problem | undefined {
  return missingProblem(to, to.rules?.requires?.filter((path) => !isFilled(after, path)) ?? [], labelOf);
}

function missingProblem(
  { name }: Stage,
  missing: readonly string[],
  labelOf: Passage['labelOf'] = itself,
): Problem | undefined {
  const [first] = missing;
  return first === undefined
    ? undefined
    : {
        code: 'pipelines/fields-required',
        message: `"${name}" needs ${missing.map(labelOf).join(', ')}. Fill that in.`,
        path: first,
        params: { stage: name, rule: 'requires', fields: missing.join(', ') },
        fix: { kind: 'fields', fields: missing },
      };
}

/**
 * What a row that stays in its stage has lost of what the stage asks for: the same problem as on the way in, with the fields
 * that were filled and are not any more. What was missing before is nobody's fault now. `labelOf` as in a {@link Passage}.
 * Problem: `pipelines/fields-required`.
 */
export function checkStillFilled(
  stage: Stage,
  before: unknown,
  after: unknown,
  labelOf?: Passage['labelOf'],
): Result<undefined> {
  const emptied = stage.rules?.requires?.filter((path) => isFilled(before, path) && !isFilled(after, path)) ?? [];
  const problem = missingProblem(stage, emptied, labelOf);
  return problem ? refuse(problem) : ok(undefined);
}

function leaveProblem({ pipeline, from, to, before, labelOf }: Passage, moment: FilterMoment): Problem | undefined {
  const leave = from && isForward(from, to, pipeline) ? from.rules?.leave : undefined;
  return leave && !matches(leave, before, moment)
    ? unmet('not-ready-to-leave', 'leave', from?.name ?? '', leave, before, moment, labelOf)
    : undefined;
}

/** Being lost or put on hold is no way forward; being taken up again always is, wherever a stage to be on hold in stands. */
const isForward = (from: Stage, to: Stage, { stages }: Passage['pipeline']): boolean =>
  to.type !== 'lost' && to.type !== 'hold' && (from.type === 'hold' || stages.indexOf(to) > stages.indexOf(from));

function enterProblem({ to, after, labelOf }: Passage, moment: FilterMoment): Problem | undefined {
  const enter = to.rules?.enter;
  return enter && !matches(enter, after, moment)
    ? unmet('not-fit-to-enter', 'enter', to.name, enter, after, moment, labelOf)
    : undefined;
}

/** The fields of the conditions that fail: nobody can be asked to change the others. */
function unmet(
  code: string,
  rule: 'enter' | 'leave',
  stage: string,
  criteria: Filter,
  row: unknown,
  moment: FilterMoment,
  labelOf: Passage['labelOf'] = itself,
): Problem {
  const fields = [...new Set(failedConditions(criteria, row, moment).map(({ field }) => field))];
  const why = fields.length > 0 ? `Look at ${fields.map(labelOf).join(', ')}.` : '';
  return {
    code: `pipelines/${code}`,
    message: `It does not meet what it takes to ${rule} "${stage}". ${why}`.trim(),
    ...(fields[0] !== undefined && { path: fields[0] }),
    params: { stage, rule, fields: fields.join(', ') },
    fix: { kind: 'edit', fields },
  };
}

function roomProblem({ to, others }: Passage): Problem | undefined {
  const limit = to.rules?.limit;
  if (!limit?.hard || others === undefined || others < limit.most) return undefined;
  return {
    code: 'pipelines/stage-full',
    message: `"${to.name}" is full: it takes ${limit.most} at once. Move one on first.`,
    path: 'stageId',
    params: { stage: to.name, rule: 'limit', most: limit.most },
  };
}

/** What is in the stage already is not told: who moves may not see all of it. */
function amountProblem({ to, after, othersAmount }: Passage): Problem | undefined {
  const limit = to.rules?.amountLimit;
  if (!limit?.hard || othersAmount === undefined) return undefined;
  const own = countedAmount(limit, after);
  const { currency, minor } = limit.most;
  if (own <= 0 || othersAmount + own <= minor) return undefined;
  const most = minor / 10 ** currencyExponent(currency);
  return {
    code: 'pipelines/amount-full',
    message: `"${to.name}" takes ${currency} ${most} at once at most, and this would be more. Move one on first.`,
    path: limitedField(limit),
    params: { stage: to.name, rule: 'amountLimit', most, currency },
    fix: { kind: 'edit', fields: [limitedField(limit)] },
  };
}

function approvalProblem({ to, actor, isApproved, before }: Passage): Problem | undefined {
  const by = to.rules?.approvers;
  if (!by || !actor || isApproved) return undefined;
  return {
    code: 'pipelines/approval-needed',
    message:
      before === undefined
        ? `"${to.name}" needs an approval. Begin in another stage, then ask for it.`
        : `A move to "${to.name}" has to be approved. Ask for it.`,
    path: 'stageId',
    params: { stage: to.name, rule: 'approvers' },
    fix: { kind: 'approval', stageId: to.id, by },
  };
}

/** Whether a stage holds more than its limit, soft or hard: what a board shows, `count` being all rows in it. */
export const isOverLimit = ({ rules }: Pick<Stage, 'rules'>, count: number): boolean =>
  rules?.limit !== undefined && count > rules.limit.most;

const itself = (path: string): string => path;
const namesOf = (stages: readonly Stage[]): string => stages.map(({ name }) => `"${name}"`).join(', ');
