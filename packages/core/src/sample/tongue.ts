/** Industries of the companies in the book. */
export const INDUSTRIES = [
  'Manufacturing',
  'Logistics',
  'Retail',
  'Construction',
  'Energy',
  'Food',
  'Health',
  'Hospitality',
] as const;
export type Industry = (typeof INDUSTRIES)[number];

/** What the book's own company sells. */
export const FAMILIES = [
  'Portal',
  'Shop',
  'Service desk',
  'Sensors',
  'Fleet',
  'Warehouse',
  'Analytics',
  'Care',
] as const;
export type Family = (typeof FAMILIES)[number];

/**
 * What a language and its country contribute to the book. Lists are written as one text, its items apart by semicolons. An
 * item may have its letters for an address behind a bar (`王|wang`), and a family name its feminine form behind a slash
 * (`Kowalski/Kowalska`).
 */
export interface Tongue {
  /** BCP 47. */
  readonly language: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  readonly currency: string;
  /** What an amount of one euro is in this currency, roughly. */
  readonly perEuro: number;
  readonly timeZone: string;
  /** Hours from UTC, for office hours. */
  readonly utcOffset: number;
  /** `#` stands for a digit. */
  readonly phone: string;
  /** `{street}`, `{n}`. */
  readonly address: string;
  readonly streets: string;
  /** City, a bar, postal code. */
  readonly cities: string;
  /** `{given}`, `{family}`. */
  readonly fullName: string;
  readonly feminine: string;
  readonly masculine: string;
  readonly families: string;
  /** `{stem}`, `{trade}`, `{form}`, and how the city comes in where two companies would have one name. */
  readonly company: string;
  readonly companyInCity: string;
  readonly stems: string;
  readonly trades: Readonly<Record<Industry, string>>;
  readonly forms: string;
  readonly jobs: string;
  /** Titles of deals; `{n}` is a number of sites, seats or vehicles, `{phase}` one from 2 to 3, `{year}` a year. */
  readonly deals: Readonly<Record<Family, string>>;
  /** Subjects of activities; `{name}` is the contact, `{deal}` the deal. */
  readonly calls: string;
  readonly emails: string;
  readonly meetings: string;
  readonly tasks: string;
  readonly notes: string;
}

const lists = new Map<string, readonly string[]>();

/** The items of a list. */
export function itemsOf(list: string): readonly string[] {
  const known = lists.get(list);
  if (known) return known;
  const items = list
    .split(/[;\n]/)
    .map((item) => item.trim())
    .filter((item) => item !== '');
  lists.set(list, items);
  return items;
}
