/** A person to be searched for: the text of a contact in a CRM, without what nobody searches. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly jobTitle: string;
  readonly company: string;
  readonly city: string;
  readonly email: string;
}

const ONSETS = ['b', 'br', 'd', 'f', 'g', 'h', 'k', 'kl', 'l', 'm', 'n', 'p', 'r', 's', 'st', 't', 'v', 'w', 'z', ''];
const VOWELS = ['a', 'e', 'i', 'o', 'u', 'ei', 'au'];
const CODAS = ['', 'n', 'r', 'l', 's', 'ck', 'nd', 't'];
const TITLES = ['Head', 'Manager', 'Director', 'Assistant', 'Analyst', 'Engineer', 'Buyer', 'Consultant'];
const FIELDS = ['Sales', 'Purchasing', 'Logistics', 'Finance', 'Marketing', 'Research', 'Service', 'Legal'];
const FORMS = ['Trading', 'Works', 'Partners', 'Systems', 'Foods', 'Textiles', 'Energy', 'Transport'];

export const FIELDS_BY_WEIGHT = { name: 3, company: 2, jobTitle: 1, city: 1, email: 1 } as const;

/** A made-up word: always the same for a number, and mostly another one for another. */
function word(number: number, syllables: number): string {
  let rest = (number * 2_654_435_761) % 4_294_967_296;
  let made = '';
  const next = (choices: readonly string[]): string => {
    const choice = choices[Math.floor(rest) % choices.length] ?? '';
    rest = Math.floor(rest / choices.length) + number * 31;
    return choice;
  };
  for (let syllable = 0; syllable < syllables; syllable++) made += next(ONSETS) + next(VOWELS) + next(CODAS);
  return made.slice(0, 1).toUpperCase() + made.slice(1);
}

/** Given names are few and family names many, as everywhere. */
export const givenName = (index: number): string => word((index * index + index) % 1_400, 2);
export const familyName = (index: number): string => word(10_000 + ((index * 7_919) % 24_000), 2);

/** The n-th person. */
export function makePerson(index: number): Person {
  const given = givenName(index);
  const family = familyName(index);
  const company = word(50_000 + ((index * 104_729) % 9_000), 2);
  return {
    id: `person_${String(index).padStart(7, '0')}`,
    name: `${given} ${family}`,
    jobTitle: `${TITLES[index % 8]} ${FIELDS[(index >> 3) % 8]}`,
    company: `${company} ${FORMS[index % 8]}`,
    city: word(90_000 + ((index * 31) % 900), 2),
    email: `${given}.${family}@${company}.test`.toLowerCase(),
  };
}

export const makePeople = (count: number): Person[] => Array.from({ length: count }, (_, index) => makePerson(index));

/** The whole names of somebody. */
export const twoWords = (turn: number, count: number): string => {
  const index = (turn * 7_907) % count;
  return `${givenName(index)} ${familyName(index)}`;
};
/** What stands in the field while somebody types. */
export const prefixes = (turn: number, count: number): string => {
  const index = (turn * 7_907) % count;
  return `${givenName(index).slice(0, 3)} ${familyName(index).slice(0, 4)}`;
};
/** A family name with two letters swapped. */
export const mistyped = (turn: number, count: number): string => {
  const name = familyName((turn * 7_907) % count);
  return `${name.slice(0, 2)}${name.slice(3, 4)}${name.slice(2, 3)}${name.slice(4)}`;
};
