/** A telephone number made ready to be compared. */
export interface NormalPhone {
  /** Calling code and national number where the country is known (`4315550101`), else the national number alone. */
  readonly digits: string;
  readonly hasCountry: boolean;
  /** The last digits, as many as the numbers of its country can be told apart by: 8, or 7 where they are short. */
  readonly ending: string;
}

/** Calling code and what is dialled in front within the country. ITU-T E.164 and the national numbering plans, as of 2026. */
const PLANS =
  'US 1 1;CA 1 1;RU 7 8;KZ 7 8;EG 20 0;ZA 27 0;GR 30;NL 31 0;BE 32 0;FR 33 0;ES 34;HU 36 06;IT 39;RO 40 0;CH 41 0;AT 43 0;' +
  'GB 44 0;DK 45;SE 46 0;NO 47;PL 48;DE 49 0;PE 51 0;MX 52 01;CU 53 0;AR 54 0;BR 55 0;CL 56;CO 57 0;VE 58 0;MY 60 0;AU 61 0;' +
  'ID 62 0;PH 63 0;NZ 64 0;SG 65;TH 66 0;JP 81 0;KR 82 0;VN 84 0;CN 86 0;TR 90 0;IN 91 0;PK 92 0;AF 93 0;LK 94 0;MM 95 0;' +
  'IR 98 0;MA 212 0;DZ 213 0;TN 216;LY 218 0;SN 221;CI 225;GH 233 0;NG 234 0;KE 254 0;TZ 255 0;UG 256 0;PT 351;LU 352;IE 353 0;' +
  'IS 354;AL 355 0;MT 356;CY 357;FI 358 0;BG 359 0;LT 370 0;LV 371;EE 372;MD 373 0;AM 374 0;BY 375 8;UA 380 0;RS 381 0;ME 382 0;' +
  'HR 385 0;SI 386 0;BA 387 0;MK 389 0;CZ 420;SK 421 0;LI 423;GT 502;SV 503;HN 504;NI 505;CR 506;PA 507;BO 591 0;EC 593 0;PY 595 0;' +
  'UY 598 0;HK 852;MO 853;KH 855 0;LA 856 0;TW 886 0;BD 880 0;LB 961 0;JO 962 0;SY 963 0;IQ 964 0;KW 965;SA 966 0;YE 967 0;OM 968;' +
  'PS 970 0;AE 971 0;IL 972 0;BH 973;QA 974;MN 976 0;NP 977 0;UZ 998 8;GE 995 0;AZ 994 0';

interface Plan {
  readonly code: string;
  readonly trunk: string;
}

const planByCountry = new Map<string, Plan>();
const planByCode = new Map<string, Plan>();
for (const entry of PLANS.split(';')) {
  const [country = '', code = '', trunk = ''] = entry.split(' ');
  planByCountry.set(country, { code, trunk });
  planByCode.set(code, { code, trunk });
}

/** Countries whose national numbers are so short that eight digits would be all of them. */
const SHORT = new Set('30 45 47 65 354 356 357 371 372 852 853 502 503 504 505 506 507 965 968 973 974'.split(' '));
const EXTENSION =
  /[,;]? ?(?:ext(?:ensi[oó]n)?\.?|durchwahl|dw|nebenstelle|poste|int\.|доб(?:авочный)?\.?|تحويلة|x|#|转|轉|分机|分機|内線) ?[:=]? ?(\d{1,8})$/iu;
const SHORTEST = 6;
const LONGEST = 15;

/**
 * Reads a telephone number as people write it; undefined where it is none. `country` (ISO 3166-1 alpha-2) is where it is
 * dialled from, for numbers without a calling code.
 *
 * ```ts
 * import { normalPhone } from '@kith/core/duplicates';
 * expect(normalPhone('+43 (0)1 555 01-01')?.digits).toBe('4315550101');
 * expect(normalPhone('01 5550101', 'AT')?.digits).toBe('4315550101');
 * ```
 */
export function normalPhone(text: string, country?: string): NormalPhone | undefined {
  const written = tidy(text).replace(/^tel:/i, '').replace(EXTENSION, '').trim();
  if (/[^\d\s()+\-./–—‐‑]/u.test(written)) return undefined;
  const home = planByCountry.get(country?.toUpperCase() ?? '');
  const digits = written.replaceAll(/\D/g, '');
  const abroad = written.startsWith('+') || written.startsWith('(+') ? digits : afterExit(digits, home);
  const national = abroad === undefined ? withoutTrunk(digits, home) : undefined;
  const [plan, number] = abroad === undefined ? [home, national ?? ''] : split(abroad, written);
  if (number.length < SHORTEST || (plan?.code.length ?? 0) + number.length > LONGEST || /^0+$/.test(number))
    return undefined;
  const hasCountry = plan !== undefined || abroad !== undefined;
  return {
    digits: plan ? plan.code + number : number,
    hasCountry,
    ending: number.slice(plan && SHORT.has(plan.code) ? -7 : -8),
  };
}

/** With one space at most in a place: no text, however long, keeps the reading of an extension busy. */
const tidy = (text: string): string => text.normalize('NFKC').replaceAll(/\s+/g, ' ').trim();

/**
 * A telephone number as it is kept: E.164, and its extension behind it as RFC 3966 writes it. Undefined where it is none, or
 * nobody knows its country.
 *
 * ```ts
 * import { keptPhone } from '@kith/core/duplicates';
 * expect(keptPhone('01 5550101 DW 12', 'AT')).toBe('+4315550101;ext=12');
 * ```
 */
export function keptPhone(text: string, country?: string): string | undefined {
  const number = normalPhone(text, country);
  if (!number?.hasCountry) return undefined;
  const extension = EXTENSION.exec(tidy(text))?.[1];
  return `+${number.digits}${extension ? `;ext=${extension}` : ''}`;
}

/** What stands behind `00` (or `011` from North America): a number with its calling code. */
function afterExit(digits: string, home: Plan | undefined): string | undefined {
  if (digits.startsWith('00')) return digits.slice(2);
  return home?.code === '1' && digits.startsWith('011') ? digits.slice(3) : undefined;
}

function split(digits: string, written: string): readonly [Plan | undefined, string] {
  for (let length = 1; length <= 3; length++) {
    const plan = planByCode.get(digits.slice(0, length));
    if (plan) return [plan, withoutTrunk(digits.slice(length), isKept(plan, written) ? plan : NO_TRUNK)];
  }
  return [undefined, digits];
}

const NO_TRUNK: Plan = { code: '', trunk: '' };
/** A trunk prefix is not dialled from abroad, but often written all the same: +49 030 …, +7 (8) 495 …. */
const isKept = ({ trunk }: Plan, written: string): boolean => trunk === '0' || /\(\d\)/.test(written);

const withoutTrunk = (digits: string, plan: Plan | undefined): string => {
  if (plan === undefined) return digits.replace(/^0+/, '');
  if (plan.trunk === '' || !digits.startsWith(plan.trunk)) return digits;
  // In North America and Russia the trunk prefix is also a first digit of numbers: only one too many is taken off.
  return plan.trunk === '0' || plan.trunk.length > 1 || digits.length === 11 ? digits.slice(plan.trunk.length) : digits;
};
