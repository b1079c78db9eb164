import { EMPTY, erased, foretell, type Item, type Model, textOf } from './book-model.js';
import { type Deed, type Mishap, madeUpHistory, type Step, TABS } from './deeds.js';
import type { Tab } from './tabs.js';
import type { Weather } from './weather.js';

interface Done {
  readonly tab: number;
  readonly actor: string;
  readonly deed: Deed;
  readonly answer: string;
}

/** Where a history takes place: `openTab` opens tabs of a book, and without weather none sleeps and nothing fails. */
export interface Stage {
  openTab(name: string, number: number): Promise<Tab>;
  readonly weather?: Weather;
}

/**
 * Runs a made-up history in three tabs, and holds each step against the model. What several tabs did at once must be
 * what they could have done one after the other, in some order. Answers what was wrong, or undefined.
 */
export async function runHistory(seed: number, { openTab, weather }: Stage): Promise<string | undefined> {
  const history = madeUpHistory(seed);
  const name = `history-${seed}-${crypto.randomUUID()}`;
  const tabs: Tab[] = [];
  const open = async (number: number): Promise<void> => {
    weather?.belongTo(number);
    tabs[number] = await openTab(name, number);
  };
  for (let number = 0; number < TABS; number++) await open(number);
  const told = new Map<string, Item | null>();
  let place = '';
  let models: readonly Model[] = [EMPTY];
  /** The models after and within each step, and for each tab the place since which it may not have heard anything. */
  const past: (readonly Model[])[] = [models];
  const heardUpTo = Array.from({ length: TABS }, () => 0);
  const asleep = new Set<number>();
  try {
    for (const [index, step] of history.entries()) {
      const problem = await takeStep(step);
      if (problem !== undefined) return `step ${index + 1} of seed ${seed}: ${problem}\n${showHistory(history, index)}`;
    }
    const problem = await compareInTheEnd();
    return problem === undefined ? undefined : `the end of seed ${seed}: ${problem}\n${showHistory(history)}`;
  } finally {
    for (let number = 0; number < TABS; number++) weather?.wake(number);
    const [last, ...others] = tabs;
    for (const tab of others) await tab.close();
    await last?.destroy();
  }

  async function takeStep(step: Step): Promise<string | undefined> {
    switch (step.is) {
      case 'sleep':
        weather?.sleep(step.tab);
        asleep.add(step.tab);
        return undefined;
      case 'wake':
        // What was said meanwhile it has missed; it hears what is said from now on.
        weather?.wake(step.tab);
        asleep.delete(step.tab);
        return undefined;
      case 'reopen':
        await tabs[step.tab]?.close();
        await open(step.tab);
        heardUpTo[step.tab] = past.length - 1;
        return undefined;
      case 'deeds': {
        weather?.plan(step.mishap);
        const done = await Promise.all(
          step.deeds.map(async ({ tab: number, deed }): Promise<Done> => {
            const tab = tabs[number] as Tab;
            return { tab: number, actor: tab.actor, deed, answer: await tab.perform(deed) };
          }),
        );
        weather?.plan(undefined);
        return compare(step.deeds[0]?.tab ?? 0, done, step.mishap);
      }
    }
  }

  /** Keeps the models in which the tabs did this, in some order, and which are as the book is now. */
  async function compare(
    number: number,
    done: readonly Done[],
    mishap: Mishap | undefined,
  ): Promise<string | undefined> {
    const tab = tabs[number] as Tab;
    await readOn(tab);
    const found = textOf(byId(await tab.rows()));
    // What a tab refuses it refuses by what it has heard of; whoever sleeps has not heard the last of it.
    const mayRefuse = ({ tab: who, actor, deed, answer }: Done): boolean =>
      deed.do !== 'undo' &&
      deed.do !== 'redo' &&
      past
        .slice(heardUpTo[who])
        .flat()
        .some((model) => foretell(model, actor, deed).answer === answer);
    const before = past.length - 1;
    const between: Model[] = [];
    const possible = models.flatMap((model) => inAnyOrder(model, done, { mishap, mayRefuse, between }));
    models = distinct(possible.filter((model) => textOf(model.items) === found));
    past.push(between, models);
    // Who has looked knows everything so far; who has written knows what was there before the others, at least; who is
    // awake may be one step behind: the hint is on its way. Each may have heard some of a step and not all of it.
    heardUpTo[number] = past.length - 1;
    const writers = done.flatMap(({ tab: who, answer }) => (answer === 'ok' ? [who] : []));
    for (let other = 0; other < TABS; other++)
      if (writers.includes(other) || (writers.length > 0 && !asleep.has(other)))
        heardUpTo[other] = Math.max(heardUpTo[other] ?? 0, before);
    if (models.length > 0) return undefined;
    const answers = done.map(({ actor, deed, answer }) => `${actor} ${JSON.stringify(deed)}: ${answer}`).join('\n');
    const wanted = distinct(possible).map(({ items }) => textOf(items));
    return `no order of these explains the book:\n${answers}\nfound:\n${found}\npossible:\n${wanted.join('\nor\n') || 'nothing with these answers'}`;
  }

  /** A reader of the feed, who goes on where they stopped, through whichever tab. */
  async function readOn(tab: Tab): Promise<void> {
    for (;;) {
      const page = await tab.changes(place);
      for (const [id, item] of page.items) told.set(id, item);
      place = page.next;
      if (!page.more) return;
    }
  }

  async function compareInTheEnd(): Promise<string | undefined> {
    for (let number = 0; number < TABS; number++) weather?.wake(number);
    const wanted = textOf(models[0]?.items ?? {});
    for (const [number, tab] of tabs.entries()) {
      // Whoever slept catches up with the next thing they do.
      await tab.perform({ do: 'edit', id: 'nobody', field: 'text', value: '' });
      await tab.changes('');
      const found = textOf(byId(await tab.rows()));
      if (found !== wanted) return `tab ${number} has\n${found}\nnot\n${wanted}`;
      const shown = await untilShown(tab, wanted);
      if (shown !== wanted) return `tab ${number} shows\n${shown}\nnot\n${wanted}`;
    }
    await readOn(tabs[0] as Tab);
    const heard = textOf(byId([...told.values()].filter((item) => item !== null)));
    return heard === wanted ? undefined : `the feed told\n${heard}\nnot\n${wanted}`;
  }
}

const ROUNDS = 50;

/** What a tab shows when it shows this, or when everything that could lead to it has had its turn. */
async function untilShown(tab: Tab, wanted: string): Promise<string> {
  let shown = textOf(byId(await tab.shown()));
  for (let round = 0; round < ROUNDS && shown !== wanted; round++) {
    await new Promise((resolve) => setImmediate(resolve));
    shown = textOf(byId(await tab.shown()));
  }
  return shown;
}

const byId = (items: readonly Item[]): Readonly<Record<string, Item>> =>
  Object.fromEntries(items.map((item) => [item.id, item]));

/** What is known of a step; `between` gathers the models in which some of its deeds are done and others are not. */
interface Circumstances {
  readonly mishap: Mishap | undefined;
  readonly mayRefuse: (done: Done) => boolean;
  readonly between: Model[];
}

/** What the book may be after these deeds, whichever came first, given how they ended. */
function inAnyOrder(model: Model, done: readonly Done[], circumstances: Circumstances): readonly Model[] {
  if (done.length === 0) return [model];
  circumstances.between.push(model);
  return done.flatMap((first, index) => {
    const others = done.filter((_, other) => other !== index);
    return afterOne(model, first, circumstances).flatMap((next) => inAnyOrder(next, others, circumstances));
  });
}

/** A deed that failed may be done or not; one that failed for want of space is not. */
function afterOne(model: Model, done: Done, { mishap, mayRefuse }: Circumstances): readonly Model[] {
  const { actor, deed, answer } = done;
  const outcome = foretell(model, actor, deed);
  if (answer.startsWith('failed')) {
    if (mishap === undefined) return [];
    return mishap.kind === 'quota' ? [model] : [model, outcome.model];
  }
  // With no room left a row can still be taken out, but nobody can write down how to put it back.
  const forgotten = { ...outcome.model, undo: model.undo, redo: model.redo };
  if (outcome.answer === answer) return mishap?.kind === 'quota' ? [outcome.model, forgotten] : [outcome.model];
  // What somebody else removed in the same moment is erased all the same.
  if (deed.do === 'erase' && answer === 'ok') return [erased(model, deed.id)];
  return answer !== 'ok' && mayRefuse(done) ? [model] : [];
}

function distinct(models: readonly Model[]): readonly Model[] {
  const seen = new Map<string, Model>();
  for (const model of models) seen.set(JSON.stringify([textOf(model.items), model.undo, model.redo]), model);
  return [...seen.values()];
}

const showHistory = (history: readonly Step[], last = history.length): string =>
  history
    .slice(0, last + 1)
    .map((step, index) => `${index + 1}. ${JSON.stringify(step)}`)
    .join('\n');
