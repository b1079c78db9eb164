import { addDays, type Day } from '@kith/core';
import {
  arrivalsOf,
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

/** A forecast of all that comes in, from deals that were open and from those still to be created. */
export interface WholeTrial {
  readonly days: number;
  /** What came, and what of it came from deals created within the days. */
  readonly actual: number;
  readonly fresh: number;
  readonly open: SimulatedRange;
  readonly together: SimulatedRange;
}

/** Forecasts all revenue of some days, as it would have been made then. */
export function tryOutWithCreated(lives: readonly JudgedLife[], asOf: Day, days: number, draws = 1_000): WholeTrial {
  const until = addDays(asOf, days);
  const windows = [{ first: addDays(asOf, 1), last: until }];
  const model = fitAgeModel(lives, asOf);
  const chancesOf = winChances(model, windows);
  const arrivals = arrivalsOf(lives, model, windows);
  const open = lives.filter(({ openedDay, closed }) => openedDay <= asOf && (!closed || closed.day > asOf));
  const simulation = simulate({
    prospects: open.map(({ openedDay, minor = 1 }) => ({ minor, chances: chancesOf(openedDay) })),
    windows: 1,
    seed: 4,
    draws,
    spread: forecastSpread(lives, asOf, days),
    ...(arrivals && { arrivals }),
  });
  const came = lives.filter(({ closed }) => closed?.outcome === 'won' && closed.day > asOf && closed.day <= until);
  const sum = (all: readonly JudgedLife[]): number =>
    all.reduce((total, { value, minor = 1 }) => total + (value ?? minor), 0);
  return {
    days,
    actual: sum(came),
    fresh: sum(came.filter(({ openedDay }) => openedDay > asOf)),
    open: simulation.total,
    together: (simulation.together ?? simulation).total,
  };
}

/** Which share of what came lies between P10 and P90. */
export const coverageOf = (trials: readonly Pick<Trial, 'p10' | 'p90' | 'actual'>[]): number =>
  trials.filter(({ p10, p90, actual }) => p10 <= actual && actual <= p90).length / trials.length;
