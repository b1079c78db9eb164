// CPU time of a process with all its children, from the scheduler's own accounts: what waiting and other programs cost
// is not in it. Linux only; elsewhere it answers undefined, and the runner falls back to the clock.
import { readdirSync, readFileSync } from 'node:fs';

const MILLISECOND = 1e6;

/** CPU milliseconds per thread of the tree, so that a difference can be taken though threads come and go. */
export function readCpu(rootPid) {
  if (process.platform !== 'linux') return undefined;
  const threads = new Map();
  for (const pid of treeOf(rootPid)) {
    for (const thread of list(`/proc/${pid}/task`)) {
      const account = read(`/proc/${pid}/task/${thread}/schedstat`);
      if (account !== undefined) threads.set(`${pid}/${thread}`, Number(account.split(' ')[0]) / MILLISECOND);
    }
  }
  return threads;
}

/** The milliseconds between two readings. */
export function cpuBetween(before, after) {
  let spent = 0;
  for (const [thread, time] of after) spent += time - (before.get(thread) ?? 0);
  return spent;
}

function treeOf(rootPid) {
  const childrenByParent = new Map();
  for (const pid of list('/proc').filter((name) => /^\d+$/.test(name))) {
    const parent = read(`/proc/${pid}/stat`)
      ?.replace(/^.*\) . /s, '')
      .split(' ')[0];
    if (parent !== undefined) childrenByParent.set(parent, [...(childrenByParent.get(parent) ?? []), pid]);
  }
  const tree = [];
  const queue = [String(rootPid)];
  for (let pid = queue.shift(); pid !== undefined; pid = queue.shift()) {
    tree.push(pid);
    queue.push(...(childrenByParent.get(pid) ?? []));
  }
  return tree;
}

// A process may end while it is looked at.
function list(folder) {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
