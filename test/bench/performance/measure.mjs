// Runs the lines of a part: all seats in turns, round by round.
import { cpuBetween, readCpu } from '../processes.mjs';
import { longestTask } from '../tasks.mjs';

const ROUNDS = 5;
/** The least CPU time of a round, so that what the measuring itself costs vanishes in it. */
const ROUND_MILLIS = 100;
const QUIET_MILLIS = 50;
const PATIENCE_MILLIS = 60_000;
/** Who has written may put something off for a while: so long it is waited for, and counted. */
const AFTERMATH_MILLIS = 2_500;
/** Less in `QUIET_MILLIS` is the browser's own breathing. */
const BREATH_MILLIS = 2;

/** Measures one part; answers what the results file holds of it. `rounds` overrides the lines' own. */
export async function measurePart(part, house, say, { rounds } = {}) {
  const seats = [];
  for (const { key, entry, rows = part.rows } of part.seats) {
    const seat = await house.seat({ key, entry });
    await seat.call('prepare', rows);
    seats.push({ key, entry, rows, ...seat });
  }
  const lines = [];
  let agreed = 0;
  for (const line of part.lines) {
    if (line.fresh) continue;
    const measured = await measureLine(line, seats, rounds ?? line.rounds ?? ROUNDS, house);
    lines.push(measured);
    say(measured);
    if (part.compareAfter?.includes(line.key) || (part.compareAfter === undefined && line === part.lines.at(-1)))
      agreed += await compare(part, seats);
  }
  const heap = part.growth ? undefined : await heaps(seats);
  for (const line of part.lines.filter(({ fresh }) => fresh))
    for (const measured of await measureFresh(line, part, house, rounds ?? line.rounds ?? ROUNDS)) {
      lines.push(measured);
      say(measured);
    }
  return { lines, heap, agreed };
}

async function measureLine(line, seats, rounds, house) {
  const turns = {};
  for (const seat of seats) turns[seat.key] = line.turns ?? (await turnsFor(seat, line));
  const costs = Object.fromEntries(seats.map(({ key }) => [key, { turns: turns[key], cpu: [], wall: [] }]));
  for (let round = 0; round < rounds; round++)
    // Who goes first changes, so that nobody always finds the caches warm.
    for (let at = 0; at < seats.length; at++) {
      const seat = seats[(at + round) % seats.length];
      if (round > 0 && line.once?.includes(seat.key)) continue;
      const { cpu, wall } = await measure(seat, line, turns[seat.key]);
      costs[seat.key].cpu.push(rounded(cpu));
      costs[seat.key].wall.push(rounded(wall));
    }
  const wantsBlock = line.targets.some(({ block }) => block !== undefined) && house.browser !== undefined;
  const block = wantsBlock ? rounded(await measureBlock(seats[0], line, turns[seats[0].key], house)) : undefined;
  return { key: line.key, costs, ...(block !== undefined && { block }) };
}

/** How many turns make a round: tried out, which warms up at the same time. */
async function turnsFor({ pid, call }, { key, writes }) {
  await call('before', key);
  // The first one may make what the others find.
  await call('run', key, 1);
  await settle(pid);
  for (let turns = 1; ; turns *= 2) {
    const before = readCpu(pid);
    await call('run', key, turns);
    if (cpuBetween(before, readCpu(pid)) < ROUND_MILLIS) continue;
    if (writes) await aftermath(pid);
    return turns;
  }
}

/** CPU and clock milliseconds of a turn. What a seat leaves to be done in the background belongs to it. */
async function measure({ pid, call }, { key, writes }, turns) {
  await call('before', key);
  await settle(pid);
  const before = readCpu(pid);
  const wall = await call('run', key, turns);
  const answered = readCpu(pid);
  await settle(pid);
  const settled = cpuBetween(before, readCpu(pid));
  const later = writes ? await aftermath(pid) : 0;
  return { cpu: (settled + later) / turns, cpuToAnswer: cpuBetween(before, answered) / turns, wall: wall / turns };
}

/** What is done in a while that begins quiet. */
async function aftermath(pid) {
  const begin = performance.now();
  let spent = 0;
  for (let latest = 0; latest >= BREATH_MILLIS || performance.now() - begin < AFTERMATH_MILLIS; ) {
    const before = readCpu(pid);
    await new Promise((resolve) => setTimeout(resolve, QUIET_MILLIS));
    latest = cpuBetween(before, readCpu(pid));
    if (latest >= BREATH_MILLIS) spent += latest;
  }
  return spent;
}

/** The longest that a seat holds its main thread, in a round of its own: watching costs something, too. */
async function measureBlock({ pid, call }, { key, writes }, turns, house) {
  await call('before', key);
  await settle(pid);
  return longestTask(house.browser, async () => {
    await call('run', key, turns);
    await settle(pid);
    if (writes) await aftermath(pid);
  });
}

/** A line in browsers that have just been started: to the answer, and until they have come to rest. */
async function measureFresh(line, part, house, rounds) {
  const empty = () => Object.fromEntries(part.seats.map(({ key }) => [key, { turns: 1, cpu: [], wall: [] }]));
  const toAnswer = empty();
  const toRest = empty();
  for (let round = 0; round < rounds; round++)
    for (let at = 0; at < part.seats.length; at++) {
      const { key, entry, rows = part.rows } = part.seats[(at + round) % part.seats.length];
      await house.restart();
      const seat = await house.seat({ key, entry });
      await seat.call('prepare', rows);
      const { cpu, cpuToAnswer, wall } = await measure(seat, line, 1);
      toAnswer[key].cpu.push(rounded(cpuToAnswer));
      toAnswer[key].wall.push(rounded(wall));
      toRest[key].cpu.push(rounded(cpu));
      toRest[key].wall.push(rounded(wall));
    }
  return [
    { key: line.key, costs: toAnswer },
    { key: `${line.key}ToRest`, costs: toRest },
  ];
}

/** Costs mean nothing before all have given the same answers. */
async function compare(part, seats) {
  if (part.growth) return 0;
  const answers = [];
  for (const { key, pid, call } of seats) {
    answers.push({ key, answer: JSON.stringify(await call('answers')) });
    await aftermath(pid);
  }
  const [first, ...others] = answers;
  for (const { key, answer } of others)
    if (answer !== first.answer) throw new Error(differenceOf(first, { key, answer }));
  return 1;
}

function differenceOf(left, right) {
  let at = 0;
  while (left.answer[at] === right.answer[at]) at++;
  const around = ({ key, answer }) => `${key}: …${answer.slice(Math.max(0, at - 100), at + 100)}…`;
  return `Not all answer the same.\n${around(left)}\n${around(right)}`;
}

async function heaps(seats) {
  const megabytes = {};
  for (const { key, heap } of seats) {
    const used = await heap();
    if (used !== undefined) megabytes[key] = rounded(used);
  }
  return Object.keys(megabytes).length > 0 ? megabytes : undefined;
}

/** Waits until the processes have hardly anything to do. */
async function settle(pid) {
  const begin = performance.now();
  for (let quiet = 0; quiet < 2; ) {
    const before = readCpu(pid);
    await new Promise((resolve) => setTimeout(resolve, QUIET_MILLIS));
    quiet = cpuBetween(before, readCpu(pid)) < BREATH_MILLIS ? quiet + 1 : 0;
    if (performance.now() - begin > PATIENCE_MILLIS) throw new Error('The contender does not come to rest.');
  }
}

const rounded = (value) => Number(value.toPrecision(4));
