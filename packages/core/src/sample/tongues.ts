import type { Tongue } from './tongue.js';
import { arabic } from './tongues/arabic.js';
import { chineseSimplified } from './tongues/chinese-simplified.js';
import { chineseTraditional } from './tongues/chinese-traditional.js';
import { dutch } from './tongues/dutch.js';
import { english } from './tongues/english.js';
import { finnish } from './tongues/finnish.js';
import { french } from './tongues/french.js';
import { german } from './tongues/german.js';
import { greek } from './tongues/greek.js';
import { italian } from './tongues/italian.js';
import { japanese } from './tongues/japanese.js';
import { norwegian } from './tongues/norwegian.js';
import { polish } from './tongues/polish.js';
import { portuguese } from './tongues/portuguese.js';
import { spanish } from './tongues/spanish.js';
import { swedish } from './tongues/swedish.js';

/** Every language of the book, in the order in which companies take turns. */
export const TONGUES: readonly Tongue[] = [
  english,
  german,
  norwegian,
  chineseSimplified,
  french,
  italian,
  finnish,
  arabic,
  swedish,
  spanish,
  japanese,
  polish,
  dutch,
  portuguese,
  greek,
  chineseTraditional,
];
