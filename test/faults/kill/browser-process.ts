import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { requireChromium } from '../../../scripts/chromium.mjs';

/** A Chromium with all of its processes. */
export interface BrowserProcess {
  /** Kills all of them at one go, as a power switch would, and waits until the last one is gone. */
  kill(): Promise<void>;
}

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-gpu',
  '--disable-extensions',
  '--disable-sync',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-dev-shm-usage',
  '--mute-audio',
];

/** Starts a Chromium on a profile of its own and opens a page in it; no other program is between it and the harness. */
export function startBrowser(profile: string, address: string): BrowserProcess {
  const parameters = [...FLAGS, `--user-data-dir=${profile}`, address];
  // A group of its own: a signal to the group reaches every process of it in the same moment.
  const child = spawn(requireChromium(), parameters, { stdio: 'ignore', detached: true });
  const killNow = () => killGroup(child);
  // Whoever ends the harness ends its browser, too.
  process.once('exit', killNow);
  return {
    async kill() {
      const exited = hasExited(child) ? undefined : once(child, 'exit');
      killNow();
      process.off('exit', killNow);
      await exited;
      while (groupLives(child)) await new Promise((resolve) => setImmediate(resolve));
    },
  };
}

const hasExited = (child: ChildProcess): boolean => child.exitCode !== null || child.signalCode !== null;

function killGroup({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  if (process.platform === 'win32') spawnSync('taskkill', ['/pid', String(pid), '/t', '/f']);
  else
    try {
      process.kill(-pid, 'SIGKILL');
    } catch (error) {
      if ((error as { readonly code?: unknown }).code !== 'ESRCH') throw error;
    }
}

function groupLives({ pid }: ChildProcess): boolean {
  if (pid === undefined || process.platform === 'win32') return false;
  try {
    return process.kill(-pid, 0);
  } catch {
    return false;
  }
}
