// The page docs/performance.md out of the figures. Pure: results in, Markdown out.
import { exponentOf, judge, median, ratioOf, targetName } from './figures.mjs';

/** The whole page. `results` are the files of test/bench/results/performance by part, `reasons` those of reasons.mjs. */
export function reportOf({ parts, results, reasons, about }) {
  const judged = Object.entries(parts).flatMap(([name, part]) => judge(name, part, results[name]));
  const measured = judged.filter(({ met }) => met !== undefined);
  const missed = measured.filter(({ met }) => !met);
  const sections = Object.entries(parts).map(([name, part]) => section(name, part, results[name], judged, about[name]));
  return `${[
    '# Performance',
    about.head,
    `**${measured.length - missed.length} of ${measured.length} targets are met.**${judged.length > measured.length ? ` ${judged.length - measured.length} more are not measured yet.` : ''}`,
    ...(missed.length > 0 ? ['## What is missed', missedTable(missed, reasons)] : []),
    ...sections,
    about.foot,
  ].join('\n\n')}\n`;
}

/** The targets that are missed without anybody having said why. */
export function unexplained({ parts, results, reasons }) {
  return Object.entries(parts)
    .flatMap(([name, part]) => judge(name, part, results[name]))
    .filter(({ met }) => met === false)
    .map(targetName)
    .filter((name) => reasons[name] === undefined);
}

function missedTable(missed, reasons) {
  return table(
    ['what', 'target', 'measured', 'why, and what comes next'],
    missed.map((each) => [
      `${each.line.name} (${each.name})`,
      targetText(each),
      measuredText(each),
      reasons[targetName(each)] ?? 'not explained yet',
    ]),
  );
}

function section(name, part, result, judged, about) {
  const paragraphs = [`## ${part.title}`];
  if (about !== undefined) paragraphs.push(about);
  if (result === undefined) return [...paragraphs, 'Not measured yet.'].join('\n\n');
  paragraphs.push(part.growth ? growthTable(part, result, judged, name) : costTable(part, result, judged, name));
  if (result.heap !== undefined) paragraphs.push(heapLine(part, result.heap));
  paragraphs.push(circumstances(part, result));
  return paragraphs.join('\n\n');
}

function costTable(part, result, judged, name) {
  const [subject, ...others] = part.seats;
  const rows = part.lines.flatMap((line) => {
    const measured = result.lines.find(({ key }) => key === line.key);
    if (measured === undefined) return [];
    const own = judged.filter((each) => each.name === name && each.line === line);
    const targetOf = (key) => own.find(({ target }) => target.than === key);
    const costs = part.seats.map(({ key }) => duration(median(measured.costs[key].cpu)));
    const ratios = others.map(({ key }) =>
      ratioCell(ratioOf(measured.costs[subject.key], measured.costs[key]), targetOf(key)),
    );
    const further = own.filter(({ target, value }) => target.than === undefined && value !== undefined);
    const cell = [line.name, ...costs, ...ratios, further.map(furtherText).join('; ')];
    const rest = result.lines.find(({ key }) => key === `${line.key}ToRest`);
    return rest === undefined ? [cell] : [cell, restRow(part, rest)];
  });
  const heads = ['CPU time', ...part.seats.map(({ label }) => label), ...others.map(({ label }) => `÷ ${label}`), ''];
  return table(heads, rows);
}

/** What goes on in the background after the answer, for completeness. */
function restRow(part, { costs }) {
  const [subject, ...others] = part.seats;
  return [
    '… and until nothing is left to do',
    ...part.seats.map(({ key }) => duration(median(costs[key].cpu))),
    ...others.map(({ key }) => ratioCell(ratioOf(costs[subject.key], costs[key]))),
    '',
  ];
}

function growthTable(part, result, judged, name) {
  return table(
    ['CPU time', ...part.seats.map(({ label }) => `${label} rows`), 'grows with the power', 'target'],
    part.lines.flatMap((line) => {
      const measured = result.lines.find(({ key }) => key === line.key);
      if (measured === undefined) return [];
      const target = judged.find((each) => each.name === name && each.line === line);
      return [
        [
          line.name,
          ...part.seats.map(({ key }) => duration(median(measured.costs[key].cpu))),
          spread(exponentOf(measured, part.seats)),
          `≤ ${target.most} ${mark(target)}`,
        ],
      ];
    }),
  );
}

function heapLine(part, heap) {
  const each = part.seats
    .filter(({ key }) => key in heap)
    .map(({ key, label }) => `${label} ${Math.round(heap[key])} MB`);
  return `Memory of the page after all this, garbage collected: ${each.join(', ')}.`;
}

function circumstances(part, { at, machine, runtime, load, versions, lines, agreed, remark }) {
  const entries = part.seats.map(({ entry }) => entry).join();
  const named = Object.entries(versions).filter(([name]) => entries.includes(name));
  const counts = lines.map(({ costs }) => Object.values(costs)[0].cpu.length);
  const rounds = `${[...new Set([Math.min(...counts), Math.max(...counts)])].join(' to ')} rounds`;
  const facts = [`${at} UTC`, machine, runtime, ...named.map(([name, version]) => `${name} ${version}`), rounds];
  const answers = agreed > 0 ? ' All gave the same answers.' : '';
  return `<sub>${facts.join(' · ')} · load ${load.join(' to ')}.${answers}${remark === undefined ? '' : ` ${remark}`}</sub>`;
}

function ratioCell(ratio, judged) {
  if (judged === undefined) return spread(ratio);
  return `${spread(ratio)}${judged.most === 1 ? '' : ` ≤ ${figure(judged.most)}`} ${mark(judged)}`;
}

function furtherText(each) {
  if (each.target.wall !== undefined)
    return `by the clock ${figure(each.value.least)} ms in the quietest round, ${figure(each.value.median)} in the middle one ≤ ${each.most} ${mark(each)}`;
  if (each.target.cpu !== undefined) return `≤ ${each.most} ms ${mark(each)}`;
  if (each.target.block !== undefined)
    return `longest task ${figure(each.value.median)} ms ≤ ${each.most} ${mark(each)}`;
  return `${spread(each.value)} × without them ≤ ${each.most} ${mark(each)}`;
}

function targetText({ target, most }) {
  if (target.wall !== undefined) return `≤ ${most} ms by the clock`;
  if (target.cpu !== undefined) return `≤ ${most} ms`;
  if (target.block !== undefined) return `no task over ${most} ms`;
  if (target.exponent !== undefined) return `power ≤ ${most}`;
  return `≤ ${figure(most)} × ${target.than ?? target.thanLine}`;
}

function measuredText({ target, value }) {
  const unit = ['wall', 'cpu', 'block'].some((kind) => kind in target) ? ' ms' : '';
  return `${spread(value)}${unit}`;
}

const mark = ({ met }) => (met ? '✓' : '✗');

function spread({ median: middle, least, most }) {
  if (figure(least) === figure(most)) return `**${figure(middle)}**`;
  return `**${figure(middle)}** (${figure(least)} – ${figure(most)})`;
}

/** Two figures that mean something; three would pretend. What is next to nothing is told as that. */
function figure(value) {
  if (value < 0) return `−${figure(-value)}`;
  if (value < 0.001) return '< 0.001';
  if (value >= 100) return Math.round(value).toLocaleString('en');
  return String(Number(value.toPrecision(2)));
}

/** Milliseconds in the unit that reads best. */
function duration(millis) {
  if (millis >= 1_000) return `${figure(millis / 1_000)} s`;
  return millis >= 1 ? `${figure(millis)} ms` : `${figure(millis * 1_000)} µs`;
}

function table(head, rows) {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  const rule = head.map((_, column) => (rows.every((row) => /\d/.test(row[column])) && column > 0 ? '--:' : '---'));
  return [line(head), line(rule), ...rows.map(line)].join('\n');
}
