import '@kith/elements/define';
import { installTokens } from '@kith/elements';
import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { type KeyboardScript, play, showBetween, walk } from '../support/keyboard-script.js';

/** A script for each element, by its tag; test/keyboard/scripts.test.ts misses those that are not there. */
const scripts = import.meta.glob<{ readonly script: KeyboardScript }>('./scripts/*.ts', { eager: true });

describe('by key alone', function () {
  // Longer than what is waited for within: a script that is given up goes on pressing keys, in the page of the next one.
  this.timeout(120_000);
  before(() => installTokens(document));
  beforeEach(() => setViewport({ width: 1200, height: 900 }));

  for (const [file, { script }] of Object.entries(scripts)) {
    const name = file.replace(/^.*\/|\.ts$/g, '');
    it(`EL34 ${name}: Tab goes through it as one reads, shows where it is, and out of it; every action is done by keys`, async () => {
      const frame = await showBetween(script);
      expect((await walk(frame)).length).to.be.at.least(script.stops);
      await play(frame, script.lines);
    });
  }
});
