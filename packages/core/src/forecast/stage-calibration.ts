import type { Id } from '../kernel/id.js';
import type { Stage } from '../pipelines/schema.js';
import { incidenceOf, type Waiting } from './incidence.js';

/** How a deal went from the day it came into a stage to its end: won or lost from wherever it was then, or still open. */
export interface StageEntry extends Waiting {
  readonly stageId: Id<'stage'>;
}

/** What history says about a stage. */
export interface StageCalibration {
  readonly stageId: Id<'stage'>;
  /** What the pipeline says, 0–100. */
  readonly configured: number;
  /** What history says, drawn towards `configured` where it is thin, 0–100. */
  readonly calibrated: number;
  /** How many of its deals have ended. */
  readonly ended: number;
}

/** As many ended deals as this count as much as what the pipeline says. */
const WEIGHT_OF_CONFIGURED = 20;

/**
 * The chance of winning from each open stage, from history. Open deals count as long as they were seen instead of being
 * left out, which would make slow stages look better or worse than they are: P = F_won ÷ (F_won + F_lost) at the end of
 * Aalen and Johansen's curves. Then P is averaged with the configured probability, which weighs as much as twenty deals.
 */
export function calibrateStages(stages: readonly Stage[], entries: Iterable<StageEntry>): readonly StageCalibration[] {
  const byStage = new Map<Id<'stage'>, StageEntry[]>(
    stages.filter(({ type }) => type === 'open').map(({ id }) => [id, []]),
  );
  for (const entry of entries) byStage.get(entry.stageId)?.push(entry);
  return stages.flatMap(({ id, probability }) => {
    const own = byStage.get(id);
    if (!own) return [];
    const { won, lost } = incidenceOf(own);
    const [wins, losses] = [won.at(-1) ?? 0, lost.at(-1) ?? 0];
    const ended = own.filter(({ outcome }) => outcome !== undefined).length;
    const observed = ended === 0 ? probability : (100 * wins) / (wins + losses);
    const calibrated = (ended * observed + WEIGHT_OF_CONFIGURED * probability) / (ended + WEIGHT_OF_CONFIGURED);
    return [{ stageId: id, configured: probability, calibrated, ended }];
  });
}
