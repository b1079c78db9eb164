// Laws and tests cross-checked: each law of docs/spec has a test that cites it, each cited law exists, and the problem
// codes in the sources are those of docs/spec/problems.md.
import { filesBelow, lineAt, read } from './files.mjs';

const LAW = /^- \*\*([A-Z]{1,3}\d+[a-z]?)\*\* /gm;
const TITLE = /\b(?:it|test|law|promise)(?:\.\w+(?:\([^()]*\))?)*\(\s*(['"`])([^\n]*?)\1/g;
const CITED = /^([A-Z]{1,3}\d+[a-z]?)((?:\s*(?:,|&|and|–|-)\s*[A-Z]{1,3}\d+[a-z]?)*)(?=[\s:])/;
const CODE_LINE = /^- `([a-z-]+\/[a-z0-9-]+)` /gm;
const CODE_USED = /(?:\bcode:\s*|\b(?:KithError|Refused)\(\s*|\?\s*|:\s*|=\s*)'([a-z-]+\/[a-z0-9-]+)'/g;
const CODE_GIVEN = /(?:\bcode:\s*|\b(?:KithError|Refused)\(\s*)'([a-z-]+\/[a-z0-9-]+)'/g;
const PROBLEMS_PAGE = 'docs/spec/problems.md';

export function checkSpec(root) {
  const { laws, problems } = readLaws(root);
  const cited = readCitations(root, laws);
  for (const [law, { file, line }] of laws)
    if (!cited.has(law))
      problems.push(`${file}:${line}: law ${law} has no test. Write one whose title begins with "${law} ".`);
  for (const [law, places] of cited)
    if (!laws.has(law))
      problems.push(
        `${places[0]}: the title cites ${law}, but no page of docs/spec has "- **${law}** …". Add the law, or correct the title.`,
      );
  problems.push(...codeProblems(root));
  return { passed: problems.length === 0 ? laws.size : 0, problems };
}

function readLaws(root) {
  const laws = new Map();
  const fileByPrefix = new Map();
  const problems = [];
  for (const file of filesBelow(root, ['docs/spec']).filter((each) => each.endsWith('.md'))) {
    const text = read(root, file);
    for (const match of text.matchAll(LAW)) {
      const [, law] = match;
      const line = lineAt(text, match.index);
      const prefix = law.replace(/\d.*$/, '');
      const owner = fileByPrefix.get(prefix) ?? file;
      fileByPrefix.set(prefix, owner);
      if (owner !== file)
        problems.push(
          `${file}:${line}: laws with ${prefix} are those of ${owner}. Choose another letter for this page.`,
        );
      if (laws.has(law)) problems.push(`${file}:${line}: law ${law} is there twice. Number it anew.`);
      laws.set(law, { file, line });
    }
  }
  return { laws, problems };
}

/** The laws that titles of tests begin with, each with where; the conformance suite is shipped, but its tests are tests. */
function readCitations(root, laws) {
  const prefixes = new Set([...laws.keys()].map((law) => law.replace(/\d.*$/, '')));
  const places = new Map();
  const files = [...filesBelow(root, ['test']), ...filesBelow(root, ['packages/adapters/src/conformance'])];
  for (const file of files.filter((each) => each.endsWith('.ts') && !each.startsWith('test/scripts/'))) {
    const text = read(root, file);
    for (const match of text.matchAll(TITLE)) {
      const cited = CITED.exec(match[2]);
      if (!cited) continue;
      for (const law of expand(cited[0])) {
        // A title such as "UTF8 …" is no citation unless some page uses that prefix.
        if (law.length > 3 && !prefixes.has(law.replace(/\d.*$/, ''))) continue;
        places.set(law, [...(places.get(law) ?? []), `${file}:${lineAt(text, match.index)}`]);
      }
    }
  }
  return places;
}

/** "D1, D3" is two laws, "D1–D4" is four. */
function expand(text) {
  const laws = [];
  for (const [, joint, law] of text.matchAll(/(^|[,&–-]|and)\s*([A-Z]{1,3}\d+[a-z]?)/g)) {
    const before = laws.at(-1);
    if (before && (joint === '–' || joint === '-')) {
      const prefix = law.replace(/\d.*$/, '');
      for (
        let number = Number.parseInt(before.slice(prefix.length), 10) + 1;
        number < Number.parseInt(law.slice(prefix.length), 10);
        number++
      )
        laws.push(`${prefix}${number}`);
    }
    laws.push(law);
  }
  return laws;
}

function codeProblems(root) {
  const documented = new Map();
  const page = filesBelow(root, ['docs/spec']).includes(PROBLEMS_PAGE) ? read(root, PROBLEMS_PAGE) : '';
  const problems = [];
  for (const match of page.matchAll(CODE_LINE)) {
    if (documented.has(match[1]))
      problems.push(`${PROBLEMS_PAGE}:${lineAt(page, match.index)}: ${match[1]} is there twice.`);
    documented.set(match[1], lineAt(page, match.index));
  }
  const used = new Set();
  const literals = new Set();
  const families = new Set();
  for (const file of filesBelow(root, ['packages']).filter((each) => /\/src\/.*\.ts$/.test(each))) {
    const text = read(root, file);
    for (const match of text.matchAll(CODE_USED)) used.add(match[1]);
    for (const [, word] of text.matchAll(/'([a-z][a-z0-9-]*)'/g)) literals.add(word);
    for (const [, feature] of text.matchAll(/`([a-z-]+)\/\$\{/g)) families.add(feature);
    for (const match of text.matchAll(CODE_GIVEN))
      if (!documented.has(match[1]))
        problems.push(
          `${file}:${lineAt(text, match.index)}: ${match[1]} is not in ${PROBLEMS_PAGE}. Add a line: - \`${match[1]}\` when; what to do`,
        );
  }
  // A code may be put together, as in `store/${kind}`.
  const isPutTogether = (feature, rest) => families.has(feature) && literals.has(rest);
  for (const [code, line] of documented)
    if (!used.has(code) && !isPutTogether(...code.split('/')))
      problems.push(`${PROBLEMS_PAGE}:${line}: no source uses ${code}. Remove the line, or correct the code.`);
  return problems;
}
