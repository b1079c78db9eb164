// What rounds come to: medians, ratios, exponents, and whether a target is met. Pure, so that it can be tested.

/** The middle one; the lower of two. */
export function median(values) {
  return [...values].sort((left, right) => left - right)[Math.floor((values.length - 1) / 2)];
}

/** The middle, the least and the most. */
export const spreadOf = (values) => ({ median: median(values), least: Math.min(...values), most: Math.max(...values) });

/** What one costs as a part of the other, round by round as far as both had one: what else the machine did meets both alike. */
export const ratioOf = (subject, other) => spreadOf(other.cpu.map((cpu, round) => subject.cpu[round] / cpu));

/** The power of the number of rows that a cost grows with, from the smallest number to the largest. */
export function exponentOf(line, seats) {
  const [first, last] = [seats[0], seats.at(-1)];
  const growth = Math.log(last.rows / first.rows);
  const few = line.costs[first.key].cpu;
  const many = line.costs[last.key].cpu;
  return spreadOf(many.map((cpu, round) => Math.log(cpu / few[round]) / growth));
}

/** All targets of a part with what became of them; those of lines that were not measured have no `value`. */
export function judge(name, part, result) {
  return part.lines.flatMap((line) => {
    const measured = result?.lines.find(({ key }) => key === line.key);
    return line.targets.map((target) => ({ ...judgeTarget(part, result, measured, target), name, line, target }));
  });
}

function judgeTarget(part, result, measured, target) {
  const kind = Object.keys(target)
    .filter((each) => each !== 'most')
    .map((each) => (each.startsWith('than') ? target[each] : each))[0];
  if (measured === undefined) return { kind };
  const value = valueOf(part, result, measured, target);
  if (value === undefined) return { kind };
  const most = target.most ?? target.wall ?? target.cpu ?? target.block ?? target.exponent;
  // The clock counts what else the machine does: the quietest round tells most of the contender.
  return { kind, value, most, met: (target.wall === undefined ? value.median : value.least) <= most };
}

function valueOf(part, result, measured, target) {
  const subject = measured.costs[part.seats[0].key];
  if (target.than !== undefined) return ratioOf(subject, measured.costs[target.than]);
  if (target.thanLine !== undefined) {
    const other = result.lines.find(({ key }) => key === target.thanLine);
    return other && ratioOf(subject, other.costs[part.seats[0].key]);
  }
  if (target.wall !== undefined) return spreadOf(subject.wall);
  if (target.cpu !== undefined) return spreadOf(subject.cpu);
  if (target.exponent !== undefined) return exponentOf(measured, part.seats);
  return measured.block === undefined ? undefined : spreadOf([measured.block]);
}

/** By what a target is named where its miss is explained: `storage/load/dexie`. */
export const targetName = ({ name, line, kind }) => `${name}/${line.key}/${kind}`;
