import { describe, expect, it } from 'vitest';
import { pageLauncher } from '../../scripts/browsers/page-launcher.mjs';

describe('the launcher of pages', () => {
  const page = { setViewportSize: async () => {}, goto: async () => {}, close: async () => {} };

  /** A launcher whose browsers never open a page, but for the one of this number; and how many were closed. */
  const launcherOf = (answering: number) => {
    let started = 0;
    const closed: number[] = [];
    const launcher = pageLauncher({
      name: 'Browser',
      patience: 20,
      open: async () => {
        const number = ++started;
        return {
          newPage: () => (number === answering ? Promise.resolve(page) : new Promise(() => {})),
          close: async () => void closed.push(number),
        };
      },
    });
    return { launcher, closed };
  };

  it('starts another browser where one opens no page', async () => {
    const { launcher, closed } = launcherOf(2);
    await launcher.startSession('a', 'http://localhost/');
    expect(launcher.isActive('a')).toBe(true);
    expect(closed).toEqual([1]);
  });

  it('says so where none does', async () => {
    const { launcher } = launcherOf(9);
    await expect(launcher.startSession('a', 'http://localhost/')).rejects.toThrow('it does not answer');
    expect(launcher.isActive('a')).toBe(false);
  });
});
