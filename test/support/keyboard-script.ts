import type { KithApp } from '@kith/elements';
import type { Store } from '@kith/store';
import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { TemplateResult } from 'lit';
import { focused, nameOf, unseen, wordsIn } from './focus.js';
import { atRest, elementsIn } from './shadow-tree.js';
import { waitUntil } from './wait-until.js';

/** What somebody does by keys alone, and what there is then. */
export interface Line {
  /** Begins at the stop of this name, which Tab reaches. */
  readonly at?: string | RegExp;
  /** What is typed, before any key is pressed. */
  readonly type?: string;
  /** Keys, one after the other. */
  readonly press?: string;
  /** What has the focus then; without it, whatever has it must show that. */
  readonly focus?: string | RegExp;
  /** What is drawn then. */
  readonly shows?: string | RegExp;
  /** What is no longer drawn then. */
  readonly hides?: string;
  /** What the book holds then: a question, and whether its answer is as it should be. */
  readonly holds?: (store: Store) => Promise<boolean>;
}

/** Everything an element lets one do, done by key. */
export interface KeyboardScript {
  /** The element with something in it. */
  readonly page: () => TemplateResult;
  /** Words that are there once it can be used. */
  readonly ready: string;
  /** How many stops Tab makes at the least. */
  readonly stops: number;
  readonly lines: readonly Line[];
}

/** More stops than any page has: whoever is still inside is caught. */
const TRAPPED = 150;

/** Shows an element between two buttons of the page. */
export async function showBetween({ page, ready }: KeyboardScript): Promise<HTMLElement> {
  const frame = await fixture<HTMLElement>(html`
    <main><button type="button">Before</button>${page()}<button type="button">After</button></main>
  `);
  await until(() => wordsIn(frame).includes(ready), `"${ready}" is there`);
  await atRest(frame);
  return frame;
}

/** Goes through an element by Tab and back again: no way out is closed, and each stop is seen, where one would read on. */
export async function walk(frame: HTMLElement): Promise<readonly string[]> {
  const [before, after] = [frame.firstElementChild as HTMLElement, frame.lastElementChild as HTMLElement];
  before.focus();
  const stops: HTMLElement[] = [];
  for (let last = before; last !== after; ) {
    await sendKeys({ press: 'Tab' });
    const next = focused();
    expect(next, `the focus after "${nameOf(last)}"`).not.to.equal(undefined);
    expect(stops.length, `stops until the page goes on, the last of them "${nameOf(last)}"`).to.be.below(TRAPPED);
    const stop = next as HTMLElement;
    if (stop !== after) {
      await seen(stop);
      expect(nameOf(stop), `the name of ${stop.outerHTML}`).not.to.equal('');
      expect(isBefore(stop, last), `"${nameOf(stop)}" comes before "${nameOf(last)}"`).to.equal(false);
      stops.push(stop);
    }
    last = stop;
  }
  // What is drawn only where one is may be other elements on the way back; the way is as free.
  for (let steps = 0; focused() !== before; steps++) {
    await sendKeys({ press: 'Shift+Tab' });
    expect(focused(), 'the focus on the way back').not.to.equal(undefined);
    expect(steps, 'stops on the way back').to.be.below(TRAPPED);
  }
  return stops.map(nameOf);
}

/** Does what a script says, up to the first line that ends otherwise: those after it stand on it. */
export async function play(frame: HTMLElement, lines: readonly Line[]): Promise<void> {
  for (const [number, line] of lines.entries()) {
    try {
      await doLine(frame, line);
    } catch (error) {
      const said = Object.entries(line)
        .filter(([key]) => key !== 'holds')
        .map(([key, value]) => `${key} ${value}`);
      throw new Error(`line ${number + 1}, ${said.join(', ')}: ${(error as Error).message}`);
    }
  }
}

async function doLine(frame: HTMLElement, { at, type, press, focus, shows, hides, holds }: Line): Promise<void> {
  if (at !== undefined) {
    await until(
      () => stopsIn(frame).some((each) => is(nameOf(each), at)),
      () => `there is no stop of this name, but ${stopsIn(frame).map(nameOf).join(' | ')}`,
    );
    const stop = stopsIn(frame).find((each) => is(nameOf(each), at)) as HTMLElement;
    stop.focus();
    await seen(stop);
  }
  if (type !== undefined) await sendKeys({ type });
  for (const key of press?.split(' ') ?? []) await sendKeys({ press: key });
  const wrong = (): string | undefined => {
    const here = focused();
    if (!here) return 'the focus is nowhere';
    if (focus !== undefined && !is(nameOf(here), focus)) return `the focus is on "${nameOf(here)}"`;
    const words = shows || hides ? wordsIn(frame) : '';
    if (shows && !has(words, shows)) return `that is not drawn, but: ${words.slice(0, 400)} … ${words.slice(-400)}`;
    if (hides && has(words, hides)) return 'it is still drawn';
    const hidden = unseen(here);
    return hidden && `"${nameOf(here)}" has the focus: ${hidden}`;
  };
  await until(
    () => wrong() === undefined,
    () => wrong() ?? '',
  );
  if (!holds) return;
  const store = await (frame.querySelector('kith-app') as KithApp).store;
  await until(async () => store !== undefined && (await holds(store)), 'the book does not hold it');
}

/** The page is scrolled to what has the focus; WebKit does it a moment later, and not at all once a key opens a dialog. */
const seen = (stop: HTMLElement): Promise<void> =>
  until(
    () => unseen(stop) === undefined,
    () => `the focus on "${nameOf(stop)}": ${unseen(stop)}`,
  );

/** What Tab would stop at. */
const stopsIn = (frame: HTMLElement): readonly HTMLElement[] =>
  [...elementsIn(frame)].filter(
    (each): each is HTMLElement =>
      each instanceof HTMLElement &&
      each.tabIndex >= 0 &&
      !each.shadowRoot?.delegatesFocus &&
      each.checkVisibility({ visibilityProperty: true }) &&
      !each.closest('[inert]'),
  );

const is = (name: string, wanted: string | RegExp): boolean =>
  typeof wanted === 'string' ? name === wanted : wanted.test(name);
const has = (words: string, wanted: string | RegExp): boolean =>
  typeof wanted === 'string' ? words.includes(wanted) : wanted.test(words);

/** Whether one reads a stop before another: it stands above it, or on its line and before it. */
function isBefore(stop: Element, other: Element): boolean {
  const [here, there] = [stop.getBoundingClientRect(), other.getBoundingClientRect()];
  if (there.width === 0) return false;
  const isAbove = here.bottom <= there.top + 1;
  const isBesides = here.left >= there.right || here.right <= there.left;
  const isOnLine = here.top < there.bottom - 1 && there.top < here.bottom - 1;
  return isOnLine ? here.right <= there.left + 1 && here.bottom <= there.bottom + 1 : isAbove && !isBesides;
}

const until = async (state: () => boolean | Promise<boolean>, what: string | (() => string)): Promise<void> => {
  try {
    await waitUntil(state, '');
  } catch {
    throw new Error(typeof what === 'string' ? what : what());
  }
};
