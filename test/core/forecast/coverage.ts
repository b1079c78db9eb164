import { addDays, type Day } from '@kith/core';
import {
  brierScore,
  fitAgeModel,
  forecastSpread,
  incidenceOf,
  type SimulatedRange,
  simulate,
  type ValuedLife,
  winChance,
  winChances,
} from '@kith/core/forecast';

/** A life of which the value that came may differ from the one expected. */
export interface JudgedLife extends ValuedLife {
  readonly value?: number;
}

/** A forecast of the past, by both methods, and what came. */
export interface Trial extends SimulatedRange {
  readonly asOf: Day;
  readonly days: number;
  readonly actual: number;
  /** What plain Aalen–Johansen says. */
  readonly peer: number;
  readonly flat: number;
  readonly brier: number;
  readonly peerBrier: number;
}

/** Forecasts the revenue of the open deals of a day, as it would have been made then. */
export function tryOut(lives: readonly JudgedLife[], asOf: Day, days: number, draws = 1_000): Trial {
  const until = addDays(asOf, days);
  const open = lives.filter(({ openedDay, closed }) => openedDay <= asOf && (!closed || closed.day > asOf));
  const chancesOf = winChances(fitAgeModel(lives, asOf), [{ first: addDays(asOf, 1), last: until }]);
  const chanceOf = ({ openedDay }: JudgedLife): number => chancesOf(openedDay)[0] ?? 0;
  const range = simulate({
    prospects: open.map((life) => ({ minor: life.minor ?? 1, chances: [chanceOf(life)] })),
    windows: 1,
    seed: 4,
    draws,
    spread: forecastSpread(lives, asOf, days),
  }).total;
  const ageOn = (from: Day, to: Day): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;
  const known = lives.filter(({ openedDay }) => openedDay <= asOf);
  const incidence = incidenceOf(
    known.map(({ openedDay, closed }) =>
      closed && closed.day <= asOf
        ? { days: ageOn(openedDay, closed.day), outcome: closed.outcome }
        : { days: ageOn(openedDay, asOf) },
    ),
  );
  const byAge = ({ openedDay }: JudgedLife): number => winChance(incidence, ageOn(openedDay, asOf), days);
  const ended = known.filter(({ closed }) => closed && closed.day <= asOf);
  const winRate = ended.filter(({ closed }) => closed?.outcome === 'won').length / Math.max(1, ended.length);
  const came = ({ closed }: JudgedLife): boolean => closed?.outcome === 'won' && closed.day <= until;
  const sum = (of: (life: JudgedLife) => number): number => open.reduce((total, life) => total + of(life), 0);
  return {
    ...range,
    asOf,
    days,
    actual: sum((life) => (came(life) ? (life.value ?? life.minor ?? 1) : 0)),
    peer: sum((life) => byAge(life) * (life.minor ?? 1)),
    flat: sum((life) => winRate * (life.minor ?? 1)),
    brier: brierScore(open.map((life) => ({ chance: chanceOf(life), came: came(life) }))) ?? 0,
    peerBrier: brierScore(open.map((life) => ({ chance: byAge(life), came: came(life) }))) ?? 0,
  };
}

/** Which share of what came lies between P10 and P90. */
export const coverageOf = (trials: readonly Trial[]): number =>
  trials.filter(({ p10, p90, actual }) => p10 <= actual && actual <= p90).length / trials.length;
