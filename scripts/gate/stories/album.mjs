// What is kept of each story: pictures, and the tree that assistive technology sees. A picture is the same only when every
// point of it is; what is written down is a hash of what the browser drew, and the small file beside it is there to be
// looked at.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { differenceOf, toKeep } from './picture.mjs';
import { readPng, writePng } from './png.mjs';

const FOLDER = 'test/stories';
const LIST = `${FOLDER}/pictures.json`;
const DIFFERENCES = '.generated/pictures';
const COMMAND = 'pnpm pictures';
const DIFFERENT = 'looks different';
const OTHERWISE = 'is told otherwise';

/** Whether a problem of a story is that it is not as the album has it. */
export const isOfAlbum = (problem) => problem.includes(DIFFERENT) || problem.includes(OTHERWISE);

/**
 * Opens the album to compare, or (`update`) to write it anew. `setting` is what pictures hang on (see settingOf), and the
 * words of dates and numbers in trees: in another one than theirs nothing is compared, and `notes` says so.
 */
export function openAlbum(root, setting, { update = false } = {}) {
  const kept = existsSync(path.join(root, LIST)) ? JSON.parse(readFileSync(path.join(root, LIST), 'utf8')) : undefined;
  const notes = [];
  const pictures = new Map();
  const trees = new Map();
  const isSameSetting = JSON.stringify(kept?.setting) === JSON.stringify(setting);
  const compares = !update && isSameSetting;
  if (!update && kept === undefined) notes.push(`No pictures are kept. Take them: ${COMMAND}`);
  else if (!update && !isSameSetting)
    notes.push(`Pictures and trees are not compared: they are of ${words(kept.setting)}; here is ${words(setting)}.`);
  rmSync(path.join(root, DIFFERENCES), { recursive: true, force: true });

  const fileOf = (name) => path.join(root, FOLDER, 'pictures', `${name}.png`);
  const treeOf = (id) => path.join(root, FOLDER, 'trees', `${id}.yaml`);

  function write(file, content) {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, content);
  }

  function picture(name, screenshot) {
    const hash = createHash('sha256').update(screenshot).digest('hex').slice(0, 16);
    pictures.set(name, hash);
    const isSame = kept?.pictures[name] === hash;
    if (update && !(isSame && existsSync(fileOf(name)))) write(fileOf(name), writePng(toKeep(readPng(screenshot))));
    if (!compares || isSame) return [];
    const after = toKeep(readPng(screenshot));
    const shown = path.join(root, DIFFERENCES, name);
    write(`${shown}.png`, screenshot);
    if (!existsSync(fileOf(name))) return [`there is no picture of ${name}. ${COMMAND}`];
    const { count, picture: difference } = differenceOf(readPng(readFileSync(fileOf(name))), after);
    write(`${shown}.difference.png`, writePng(difference));
    return [
      `${DIFFERENT}: ${count || 'very faint'} points. See ${DIFFERENCES}/${name}.difference.png. If it is meant: ${COMMAND}`,
    ];
  }

  function tree(id, text) {
    trees.set(id, text);
    if (update) write(treeOf(id), `${text}\n`);
    if (!compares) return [];
    const before = existsSync(treeOf(id)) ? readFileSync(treeOf(id), 'utf8') : '';
    if (before === `${text}\n`) return [];
    const [old, now] = [before.split('\n'), text.split('\n')];
    const at = Math.max(
      0,
      now.findIndex((line, index) => line !== old[index]),
    );
    return [`${OTHERWISE}, line ${at + 1}:\n  - ${old[at] ?? ''}\n  + ${now[at] ?? ''}\n  If it is meant: ${COMMAND}`];
  }

  /** To be called when every story was seen: writes the list, or names what belongs to no story any more. */
  function close() {
    if (!update && !compares) return [];
    const orphans = [
      ...filesIn(root, 'pictures').filter((file) => !pictures.has(path.basename(file, '.png'))),
      ...filesIn(root, 'trees').filter((file) => !trees.has(path.basename(file, '.yaml'))),
    ];
    if (!update) return orphans.map((file) => `${file} belongs to no story. ${COMMAND}`);
    for (const file of orphans) rmSync(path.join(root, file));
    const sorted = Object.fromEntries([...pictures].sort(([left], [right]) => (left < right ? -1 : 1)));
    write(path.join(root, LIST), `${JSON.stringify({ setting, pictures: sorted }, null, 2)}\n`);
    return [];
  }

  return { picture, tree, close, notes, isOpen: update || compares };
}

function filesIn(root, kind) {
  const folder = `${FOLDER}/${kind}`;
  return existsSync(path.join(root, folder))
    ? readdirSync(path.join(root, folder)).map((name) => `${folder}/${name}`)
    : [];
}

const words = ({ chromium, fonts, drawing }) =>
  `Chromium ${chromium} with ${fonts ? `fonts ${fonts}` : 'fonts of this machine'} (draws ${drawing})`;
