import { fold, isHan, soundOf, wordsOf } from './fold.js';
import { jaroWinkler } from './jaro-winkler.js';

/** A company's name made ready to be compared. */
export interface CompanyName {
  /** What is left without legal form and place: `brama logistik`, `华夏科技`. */
  readonly core: string;
  /** The place that stood in front or in brackets, where one did: `上海`. */
  readonly place?: string;
}

/** Legal forms as the words of a folded name, the longer ones first where one begins another. */
const FORMS: readonly (readonly string[])[] = [
  'gmbh & co kg;gmbh & co;ag & co kg;gesellschaft mit beschrankter haftung;sp z o o;sp z oo;sp zoo;s p a;s r l;s a s;s a;a s;b v;n v;k k;' +
    'gesmbh;gmbh;mbh;ag;kg;ohg;gbr;ug;ek;eu;se;ev;sa;sas;sarl;srl;sprl;spa;snc;sl;slu;sau;ltd;limited;ltda;lda;llc;llp;lp;plc;inc;incorporated;' +
    'corp;corporation;co;company;cie;pty;pte;bv;nv;ab;as;asa;aps;oy;oyj;kft;zrt;doo;ood;ead;sro;spzoo;spk;ooo;oao;zao;pao;' +
    'ооо;оао;зао;пао;ип;αε;επε;οε;kk;sdn bhd;sdn;bhd;tbk;pt;group;holding;holdings;gruppe;groupe;gruppo;grupo;sal;wll;fze;fzco',
]
  .join(';')
  .split(';')
  .map((form) => form.split(' '))
  .sort((a, b) => b.length - a.length);

const HAN_FORMS =
  /(?:股份有限公司|有限责任公司|有限公司|有限合伙|普通合伙|分公司|子公司|总公司|公司|集团|控股|股份|企业|株式会社|有限会社|合同会社|주식회사|㈱)+$/u;
const HAN_FORMS_IN_FRONT = /^(?:株式会社|有限会社|合同会社|주식회사|㈜|㈱)/u;
/** Province-level divisions and large cities of China, Taiwan, Hong Kong and Macao, simplified. */
const PLACES =
  '中国|北京|上海|天津|重庆|河北|山西|内蒙古|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|广西|海南|四川|贵州|云南|西藏|陕西|甘肃|青海|宁夏|新疆|香港|澳门|台湾|' +
  '石家庄|唐山|保定|太原|大同|呼和浩特|包头|沈阳|大连|鞍山|长春|哈尔滨|大庆|南京|无锡|徐州|常州|苏州|南通|扬州|镇江|泰州|盐城|杭州|宁波|温州|嘉兴|湖州|绍兴|金华|台州|义乌|' +
  '合肥|芜湖|福州|厦门|泉州|漳州|南昌|赣州|九江|济南|青岛|淄博|烟台|潍坊|临沂|威海|郑州|洛阳|武汉|宜昌|襄阳|长沙|株洲|岳阳|广州|深圳|珠海|汕头|佛山|江门|湛江|惠州|东莞|中山|' +
  '南宁|柳州|桂林|海口|三亚|成都|绵阳|贵阳|遵义|昆明|大理|拉萨|西安|咸阳|宝鸡|兰州|西宁|银川|乌鲁木齐|台北|台中|台南|高雄|新竹|昆山|江阴|张家港|常熟|太仓';
const PLACE_IN_FRONT = new RegExp(`^(${PLACES})(?:特别行政区|壮族自治区|自治区|省|市)?`, 'u');
const DISTRICT_IN_FRONT = /^\p{Script=Han}{2}(?:新区|区|县)(?=\p{Script=Han}{2})/u;
const IN_BRACKETS = new RegExp(`[（(](${PLACES})(?:省|市)?[)）]`, 'u');

/**
 * Reads a company's name without what does not tell companies apart: its legal form (`GmbH & Co. KG`, `Sp. z o.o.`,
 * `股份有限公司`, `集团`), and for Chinese names the place in front, which is kept beside. Traditional characters are read
 * as simplified ones. A name that consists of nothing else stays as it is. Undefined for one without letters.
 *
 * ```ts
 * import { companyName } from '@kith/core/duplicates';
 * expect(companyName('Brama Logistik GmbH & Co. KG')).toEqual({ core: 'brama logistik' });
 * expect(companyName('上海華夏科技股份有限公司')).toEqual({ core: '华夏科技', place: '上海' });
 * ```
 */
export function companyName(text: string): CompanyName | undefined {
  const folded = fold(text).replaceAll(/\s+/gu, ' ').trim();
  const together = folded.replaceAll(/[\s()（）·.,，]/gu, '');
  return isHan(together.replaceAll(/[a-z0-9]/g, '')) && /\p{Script=Han}{2}/u.test(together)
    ? chineseName(folded.replaceAll(' ', ''))
    : wordedName(text);
}

function chineseName(name: string): CompanyName {
  const bracketed = IN_BRACKETS.exec(name)?.[1];
  const bare = name.replaceAll(/[（(][^)）]*[)）]/gu, '').replaceAll(/[·.,，]/gu, '');
  const unformed = or(bare.replace(HAN_FORMS_IN_FRONT, '').replace(HAN_FORMS, ''), bare);
  let core = unformed;
  let place: string | undefined;
  for (let found = PLACE_IN_FRONT.exec(core); found; found = PLACE_IN_FRONT.exec(core)) {
    const rest = core.slice(found[0].length);
    // 上海家化 is called so; what is left must still be a name.
    if ([...rest].length < 2) break;
    place = found[1];
    core = rest.replace(DISTRICT_IN_FRONT, '');
  }
  const where = place ?? bracketed;
  return { core, ...(where !== undefined && { place: where }) };
}

const or = (text: string, otherwise: string): string => ([...text].length < 2 ? otherwise : text);

function wordedName(text: string): CompanyName | undefined {
  let words = wordsOf(text.replaceAll('&', ' & ')).filter((word) => word !== '');
  if (words[0] === 'the' && words.length > 1) words = words.slice(1);
  for (let form = formAtEnd(words); form; form = formAtEnd(words)) words = words.slice(0, -form.length);
  const core = words.filter((word) => word !== '&').join(' ');
  return core === '' ? undefined : { core };
}

const formAtEnd = (words: readonly string[]): readonly string[] | undefined =>
  FORMS.find(
    (form) =>
      form.length < words.length && form.every((word, place) => words[words.length - form.length + place] === word),
  );

/** How alike two companies' names are, 0–1, their places aside. Chinese names of up to four characters are the same or they are not. */
export function companyLikeness(left: CompanyName, right: CompanyName): number {
  if (left.core === right.core) return 1;
  if (left.core.replaceAll(' ', '') === right.core.replaceAll(' ', '')) return 0.99;
  const inHan = /\p{Script=Han}/u.test(left.core + right.core);
  if (inHan && Math.min(left.core.length, right.core.length) <= 4) return 0;
  return jaroWinkler(left.core, right.core);
}

/** Whether the names say that the companies sit in different places. */
export const isElsewhere = (left: CompanyName, right: CompanyName): boolean =>
  left.place !== undefined && right.place !== undefined && left.place !== right.place;

/** What two spellings of a company's name mostly share. */
export const companySound = ({ core }: CompanyName): string => core.split(' ').map(soundOf).join('');
