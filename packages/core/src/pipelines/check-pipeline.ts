import type { Filter } from '../filters/filter.js';
import { parseFilter } from '../filters/parse.js';
import type { Id } from '../kernel/id.js';
import { ok, type Problem, type Result, refuse } from '../kernel/result.js';
import { statusIn } from '../kernel/stage-status.js';
import { isNobody } from './audience.js';
import { canHold } from './can-hold.js';
import { isFieldPath } from './field-path.js';
import { mayBegin, reachFrom } from './reach.js';
import type { Pipeline, Stage } from './schema.js';
import { StageRules } from './stage-rules.js';

/** What a check knows about the rows that go through the pipeline. */
export interface RowKnowledge {
  /** Whether a field has one value at most; a deal's own fields when left out. */
  readonly isSingle?: (field: string) => boolean;
}

/**
 * Whether a pipeline's rules can be lived with: each is well formed, each stage can be reached and left, each criterion
 * can be met, and somebody may do what is asked. A refusal names the stage and the rule.
 * Problems: `pipelines/invalid-rule`, `pipelines/no-such-field`, `pipelines/invalid-criteria`, `pipelines/never-met`,
 * `pipelines/unknown-next`, `pipelines/dead-end`, `pipelines/unreachable-stage`, `pipelines/not-a-start`,
 * `pipelines/no-room`, `pipelines/nobody-may`, `pipelines/own-approval-only`, `pipelines/no-open-stage`,
 * `pipelines/unknown-successor`.
 */
export function checkPipeline(pipeline: Pipeline, knowledge: RowKnowledge = {}): Result<Pipeline> {
  const [problem] = contradictionsIn(pipeline, knowledge);
  return problem ? refuse(problem) : ok(pipeline);
}

/**
 * Everything `checkPipeline` refuses a pipeline for, each with the place it stands at in its `path` (`stages[1].rules.next`):
 * for whoever edits one, and wants to see all of it at once. A rule that cannot be read hides those that build on it.
 */
export function* contradictionsIn(
  pipeline: Pipeline,
  { isSingle = isSingleInDeals }: RowKnowledge = {},
): Generator<Problem, void, undefined> {
  let isReadable = true;
  for (const [index, stage] of pipeline.stages.entries())
    for (const problem of problemsOf(stage, `stages[${index}].rules`, pipeline, isSingle)) {
      isReadable &&= problem.code !== 'pipelines/invalid-rule';
      yield problem;
    }
  if (!isReadable) return;
  for (const find of [onlyOnHold, unreached, withoutEnd, lostSuccessor]) {
    const problem = find(pipeline);
    if (problem) yield problem;
  }
}

const SINGLE =
  /^(id|name|status|stageId|pipelineId|companyId|teamId|ownerId|source|type|campaign|description|createdAt|modifiedAt|stageEnteredAt|\w+Day|(amount|actualValue|budget|nextStep|recurring)\..+)$/;
const isSingleInDeals = (field: string): boolean => SINGLE.test(field);

/** What moving sets itself: nobody can be asked for it. */
const SET_BY_MOVES = [
  'id',
  'pipelineId',
  'stageId',
  'status',
  'rank',
  'stageEnteredAt',
  'stageHistory',
  'actualCloseDay',
  'actualValue',
  'lossReason',
  'lossNote',
  'createdAt',
  'createdBy',
  'modifiedAt',
  'modifiedBy',
];

function* problemsOf(
  stage: Stage,
  path: string,
  pipeline: Pipeline,
  isSingle: (field: string) => boolean,
): Generator<Problem, void, undefined> {
  if (stage.rules === undefined) return;
  const parsed = StageRules.safeParse(stage.rules);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const at = [path, ...(issue?.path.map(String) ?? [])].join('.');
    yield wrong(stage, 'invalid-rule', at, `is not well formed at ${at}: ${issue?.message ?? 'unknown'}`);
    return;
  }
  const rules = stage.rules;
  const field = rules.requires?.find((each) => !isFieldPath(each) || SET_BY_MOVES.includes(each.split('.')[0] ?? ''));
  if (field !== undefined)
    yield wrong(
      stage,
      'no-such-field',
      `${path}.requires`,
      `asks for "${field}", which is no field that can be filled`,
    );
  for (const rule of ['enter', 'leave'] as const) {
    const problem = rules[rule] && criteriaProblem(stage, rule, rules[rule], `${path}.${rule}`, pipeline, isSingle);
    if (problem) yield problem;
  }
  const unknown = rules.next?.find((id) => !pipeline.stages.some((each) => each.id === id));
  if (unknown !== undefined)
    yield wrong(stage, 'unknown-next', `${path}.next`, `leads on to ${unknown}, which the pipeline does not have`);
  if (rules.limit?.hard && rules.limit.most < 1)
    yield wrong(stage, 'no-room', `${path}.limit`, 'has a hard limit of 0: nothing could ever be in it');
  if (rules.amountLimit?.hard && rules.amountLimit.most.minor < 1)
    yield wrong(stage, 'no-room', `${path}.amountLimit`, 'has a hard limit of 0: nothing could ever be in it');
  if (rules.amountLimit?.field !== undefined && !isFieldPath(rules.amountLimit.field))
    yield wrong(
      stage,
      'no-such-field',
      `${path}.amountLimit`,
      `adds up "${rules.amountLimit.field}", which is no field`,
    );
  for (const rule of ['movers', 'approvers'] as const) {
    const audience = rules[rule];
    if (audience && isNobody(audience))
      yield wrong(stage, 'nobody-may', `${path}.${rule}`, `names nobody in "${rule}". Name somebody, or leave it out`);
  }
  if (rules.start && (stage.type !== 'open' || rules.approvers))
    yield wrong(
      stage,
      'not-a-start',
      `${path}.start`,
      stage.type === 'open'
        ? 'needs an approval, so nothing can begin in it'
        : 'is not open, so nothing can begin in it',
    );
  const alone = ownApproval(stage, `${path}.approvers`);
  if (alone) yield alone;
}

/** Nobody approves what they asked for: one person alone cannot be the only mover and the only approver. */
function ownApproval(stage: Stage, path: string): Problem | undefined {
  const { movers, approvers } = stage.rules ?? {};
  if (!movers || !approvers || movers.teams?.length || movers.roles?.length) return undefined;
  if (approvers.teams?.length || approvers.roles?.length) return undefined;
  const people = new Set([...(movers.users ?? []), ...(approvers.users ?? [])]);
  return people.size === 1
    ? wrong(stage, 'own-approval-only', path, 'may be entered by one person only, who would have to approve it alone')
    : undefined;
}

function criteriaProblem(
  stage: Stage,
  rule: 'enter' | 'leave',
  criteria: Filter,
  path: string,
  pipeline: Pipeline,
  isSingle: (field: string) => boolean,
): Problem | undefined {
  const parsed = parseFilter(criteria);
  if (!parsed.ok) {
    const at = [path, parsed.problem.path].filter(Boolean).join('.');
    return wrong(stage, 'invalid-criteria', at, `has criteria that cannot be read at ${at}: ${parsed.problem.message}`);
  }
  const facts: readonly Filter[] = [
    { field: 'status', is: 'eq', value: statusIn(stage) },
    { field: 'stageId', is: 'eq', value: stage.id },
    { field: 'pipelineId', is: 'eq', value: pipeline.id },
    ...(stage.rules?.requires ?? []).map((field): Filter => ({ field, is: 'exists', value: true })),
  ];
  return canHold({ and: [parsed.value, ...facts] }, isSingle)
    ? undefined
    : wrong(stage, 'never-met', path, `has criteria in "${rule}" that no row can ever meet`);
}

/** A stage to be on hold in, in a pipeline that has none in which anything could go on. */
function onlyOnHold({ stages }: Pipeline): Problem | undefined {
  const hold = stages.find(({ type }) => type === 'hold');
  return hold && !stages.some(({ type }) => type === 'open')
    ? wrong(
        hold,
        'no-open-stage',
        `stages[${stages.indexOf(hold)}]`,
        'is to hold what waits, but nothing can go on: the pipeline needs an open stage besides',
      )
    : undefined;
}

/** A stage that nothing can come to: not from where rows begin, by no allowed move. */
function unreached(pipeline: Pipeline): Problem | undefined {
  const starts = pipeline.stages.filter((stage) => mayBegin(pipeline, stage));
  const first = starts.filter(({ rules }) => rules?.start || starts[0]?.rules?.start);
  const begin = first.length > 0 ? first : starts.slice(0, 1);
  const reached = reachFrom(pipeline, begin);
  const lost = pipeline.stages.find((stage) => !reached.has(stage.id));
  return lost && begin.length > 0
    ? wrong(
        lost,
        'unreachable-stage',
        `stages[${pipeline.stages.indexOf(lost)}]`,
        `cannot be reached: no allowed moves lead from "${begin[0]?.name}" to it. Add it to "next" of a stage before`,
      )
    : undefined;
}

/** An open stage from which nothing ever ends, in a pipeline that has ends. */
function withoutEnd(pipeline: Pipeline): Problem | undefined {
  const ends = pipeline.stages.filter((stage) => statusIn(stage) !== 'open');
  if (ends.length === 0) {
    const stuck = pipeline.stages.find(({ rules }) => rules?.next?.length === 0);
    return stuck && pipeline.stages.length > 1 ? deadEnd(stuck, pipeline) : undefined;
  }
  const trapped = pipeline.stages.find((stage) => {
    const reached = reachFrom(pipeline, [stage]);
    return !ends.some(({ id }) => reached.has(id));
  });
  return trapped && deadEnd(trapped, pipeline);
}

const deadEnd = (stage: Stage, pipeline: Pipeline): Problem =>
  wrong(
    stage,
    'dead-end',
    `stages[${pipeline.stages.indexOf(stage)}].rules.next`,
    'is a dead end: its allowed moves never lead to a won or lost stage',
  );

function lostSuccessor({ name, past, stages }: Pipeline): Problem | undefined {
  const ids = new Set<Id<'stage'>>(stages.map(({ id }) => id));
  const successors = past?.successors ?? {};
  const lost = Object.entries(successors).find(([from, to]) => !ids.has(to) && !(to in successors && from !== to));
  return (
    lost && {
      code: 'pipelines/unknown-successor',
      message: `"${name}" sends what was in ${lost[0]} to ${lost[1]}, which it does not have. Choose a stage it has.`,
      path: `past.successors.${lost[0]}`,
      params: { stage: lost[0] },
    }
  );
}

const wrong = (stage: Stage, code: string, path: string, what: string): Problem => ({
  code: `pipelines/${code}`,
  message: `"${stage.name}" ${what}.`,
  path,
  params: { stage: stage.name, rule: path.split('.').at(-1) ?? '' },
});
