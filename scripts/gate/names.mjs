// Names, lengths and places of files.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { filesBelow, lineAt, read } from './files.mjs';

const FOLDERS = ['packages', 'test', 'stories', 'examples', 'scripts', 'docs', '.storybook'];
const BANNED = /^(utils?|helpers?|common|misc|shared)$/;
const MEASURED = /\.(ts|mjs|css|html)$/;
const LONGEST = 400;

export function checkNames(root) {
  const files = filesBelow(root, FOLDERS);
  const problems = files.flatMap((file) => [
    ...nameProblems(file),
    ...contentProblems(root, file),
    ...mirrorProblems(root, file),
  ]);
  return { passed: problems.length === 0 ? 1 : 0, problems };
}

function nameProblems(file) {
  const words = file.split('/').map((part) => part.replace(/\..*$/, ''));
  const banned = words.find((word) => BANNED.test(word));
  return banned
    ? [`${file}: "${banned}" says nothing. Name it by what it holds, or put its content where it is used.`]
    : [];
}

function contentProblems(root, file) {
  if (!MEASURED.test(file)) return [];
  const text = read(root, file);
  const lines = text.split('\n').length - 1;
  const problems = [];
  if (lines > LONGEST && !isWritten(text))
    problems.push(
      `${file}: ${lines} lines, at most ${LONGEST}. Split it by its concepts, each with a noun of its own.`,
    );
  const left = /\b(TODO|FIXME|XXX)\b/.exec(text);
  if (left && !file.startsWith('scripts/gate/') && !file.startsWith('test/scripts/'))
    problems.push(`${file}:${lineAt(text, left.index)}: ${left[1]}. Do it now, or file an issue.`);
  return problems;
}

/** What a script wrote is read where it is made. */
const isWritten = (text) => /Written by scripts\//.test(text.slice(0, 120));

/** test/core/deals/rules.test.ts stands for packages/core/src/deals/rules.ts: the folder must be there. */
function mirrorProblems(root, file) {
  const [, packageName, inside] = /^test\/([^/]+)\/(.+)\.test\.ts$/.exec(file) ?? [];
  if (!packageName || !existsSync(path.join(root, 'packages', packageName))) return [];
  const folder = path.posix.dirname(`packages/${packageName}/src/${inside}`);
  return existsSync(path.join(root, folder))
    ? []
    : [`${file}: test/ mirrors packages/, but there is no ${folder}. Move the test beside its subject.`];
}
