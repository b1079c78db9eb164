import { normalEmail } from '../duplicates/email.js';
import { keptPhone, normalPhone } from '../duplicates/phone.js';
import type { Env } from '../kernel/env.js';
import type { Id } from '../kernel/id.js';
import { ok, type Result, refuse } from '../kernel/result.js';
import { withoutEmpty } from '../kernel/without-empty.js';
import { nameParts, writtenName } from './name-parts.js';
import type { ConsentEvidence, Lead, Utm } from './schema.js';
import { utmOf } from './utm.js';

/** What the page with the form knows besides what was filled in. */
export interface CaptureContext {
  /** The id of this submission, made once by the page: the same one never makes two leads. */
  readonly submissionId?: string | undefined;
  readonly source?: string | undefined;
  readonly sourceDetail?: string | undefined;
  readonly campaignId?: Id<'campaign'> | undefined;
  /** The address of the page the visit began with; its `utm_` parts are read. */
  readonly landingPage?: string | undefined;
  readonly referrer?: string | undefined;
  readonly utm?: Utm | undefined;
  /** ISO 3166-1 alpha-2: for telephone numbers without a calling code, and as the country of the lead. */
  readonly country?: string | undefined;
  /** BCP 47. */
  readonly language?: string | undefined;
  /** What the form asked to agree to: the name of its field, what for, and the words. */
  readonly consents?: readonly AskedConsent[] | undefined;
  /** The name of a field that people do not see; whoever fills it in is a program. */
  readonly trap?: string | undefined;
}

/** One box to tick. */
export interface AskedConsent extends Pick<ConsentEvidence, 'purpose' | 'channel' | 'text' | 'textVersion'> {
  readonly field: string;
  /** Without it nothing is taken. */
  readonly isRequired?: boolean | undefined;
  /** It counts only when it is confirmed, such as by a link in an e-mail. */
  readonly isConfirmedLater?: boolean | undefined;
}

/** What a form gives for a new lead. */
export type CapturedLead = Omit<
  Lead,
  'id' | 'status' | 'statusEnteredAt' | 'createdAt' | 'modifiedAt' | 'createdBy' | 'modifiedBy'
>;

/** Names of fields as forms in several languages have them, folded: small letters and digits only. */
const FIELDS: Readonly<Record<string, string>> = {
  name: 'name fullname yourname contactname nomcomplet nombrecompleto nomecompleto 姓名 名字 联系人 聯絡人 お名前 氏名 성함 이름 имя фио الاسم',
  givenName: 'givenname firstname vorname prenom nombre nome fornavn imie 名',
  familyName:
    'familyname lastname surname nachname familienname nom apellido apellidos cognome efternamn etternavn nazwisko 姓 фамилия',
  salutation: 'salutation anrede civilite tratamiento 称呼 稱呼',
  email:
    'email emailaddress mail yourmail youremail courriel correo correoelectronico emailadresse 邮箱 电子邮件 电邮 電郵 電子郵件 信箱 メール メールアドレス 이메일 почта البريد',
  phone:
    'phone phonenumber tel telephone telefon telefono telefone telefoon puhelin numertelefonu 电话 電話 联系电话 聯絡電話 電話番号 전화 телефон الهاتف',
  mobile: 'mobile mobilephone cell handy portable movil cellulare celular mobil 手机 手机号 手機 携帯 휴대폰 мобильный',
  companyName:
    'company companyname organization organisation firma unternehmen societe entreprise empresa azienda ditta foretag yritys bedrijf 公司 公司名称 公司名稱 企业 单位 会社名 회사 компания الشركة',
  jobTitle:
    'jobtitle title position role funktion poste fonction cargo puesto ruolo stanowisko 职位 職位 职务 役職 직책 должность',
  website: 'website web homepage site siteweb sitio sito webseite 网站 網站 网址 サイト',
  message:
    'message comment comments notes nachricht mensaje messaggio mensagem bericht wiadomosc besked viesti 留言 备注 備註 内容 需求 メッセージ 메시지 сообщение الرسالة',
  city: 'city town stadt ort ville ciudad citta cidade 城市 市',
  postalCode: 'postalcode postcode zip plz codepostal cap 邮编 郵遞區號 郵便番号',
  street: 'street address strasse adresse rue direccion indirizzo 地址 住所',
  country: 'country land pays pais paese 国家 國家 国',
  employees: 'employees companysize mitarbeiter effectif empleados dipendenti 员工数 公司规模',
};
const fieldByAlias = new Map(
  Object.entries(FIELDS).flatMap(([field, aliases]) => aliases.split(' ').map((alias) => [alias, field] as const)),
);
const aliasOf = (name: string): string =>
  name
    .normalize('NFKD')
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
    .normalize('NFC')
    .toLowerCase();

const MOST_FIELDS = 100;
const LONGEST = 10_000;
const LONGEST_NAME = 300;

/**
 * Reads what a form sent: a plain object of its fields (`Object.fromEntries(formData)`, or the JSON of a webhook), their names
 * as forms in sixteen languages have them. Addresses, numbers and names are normalised, where the visit came from is read off
 * the address, what is agreed to becomes evidence, and what else was asked stands under `answers`.
 *
 * Problems: `leads/not-a-form`, `leads/too-many-fields`, `leads/too-long`, `leads/bad-field-name`, `leads/looks-automated`,
 * `leads/who-required`, `leads/bad-email`, `leads/bad-phone`, `leads/consent-required`, `leads/bad-submission`.
 */
export function capture(payload: unknown, context: CaptureContext, env: Env): Result<CapturedLead> {
  const { trap, consents: asked = [] } = context;
  const read = readForm(payload, [trap, ...asked.map(({ field }) => field)]);
  if (!read.ok) return read;
  const { fields, answers, apart } = read.value;
  if (trap !== undefined && apart.has(trap))
    return refuse({
      code: 'leads/looks-automated',
      message: 'Only a program fills in that field. Nothing was taken.',
      path: trap,
    });
  const submission = context.submissionId;
  if (submission !== undefined && !/^[\x21-\x7e]{1,200}$/.test(submission))
    return refuse({
      code: 'leads/bad-submission',
      message: 'The id of a submission has 1 to 200 letters, digits and signs without spaces. Make one per form shown.',
      path: 'submissionId',
    });
  const points = readPoints(fields, context.country);
  if (!points.ok) return points;
  const consents = readConsents(context, apart, env);
  if (!consents.ok) return consents;
  const person = readPerson(fields);
  const companyName = fields.get('companyName')?.normalize('NFC').replaceAll(/\s+/gu, ' ');
  const { emails, phones } = points.value;
  const name = person.name ?? companyName ?? emails[0]?.value ?? phones[0]?.value;
  if (name === undefined)
    return refuse({
      code: 'leads/who-required',
      message: 'Nobody can be told by this. Ask for a name, a company, an e-mail address or a number.',
      path: 'name',
      fix: { kind: 'fields', fields: ['name', 'email'] },
    });
  const long = [name, companyName, person.givenName, person.familyName].find(
    (text) => (text?.length ?? 0) > LONGEST_NAME,
  );
  if (long !== undefined)
    return refuse({
      code: 'leads/too-long',
      message: `A name has up to ${LONGEST_NAME} characters, not ${long.length}.`,
      path: 'name',
    });
  const country = fields.get('country') ?? context.country;
  const address = withoutEmpty({
    street: fields.get('street'),
    postalCode: fields.get('postalCode'),
    city: fields.get('city'),
    country,
  });
  const employees = Number(fields.get('employees')?.replaceAll(/[\s.,']/g, '') ?? Number.NaN);
  if (fields.has('employees') && !Number.isSafeInteger(employees))
    answers.set('employees', fields.get('employees') ?? '');
  return ok(
    withoutEmpty<CapturedLead>({
      name,
      salutation: fields.get('salutation'),
      givenName: person.givenName,
      familyName: person.familyName,
      jobTitle: fields.get('jobTitle'),
      companyName,
      website: fields.get('website'),
      employees: Number.isSafeInteger(employees) && employees >= 0 ? employees : undefined,
      message: fields.get('message'),
      emails: emails.length > 0 ? emails : undefined,
      phones: phones.length > 0 ? phones : undefined,
      addresses: Object.keys(address).length > 0 ? [address] : undefined,
      language: context.language,
      source: context.source,
      sourceDetail: context.sourceDetail,
      campaignId: context.campaignId,
      utm: context.utm ?? (context.landingPage === undefined ? undefined : utmOf(context.landingPage)),
      landingPage: context.landingPage?.slice(0, 2_000),
      referrer: context.referrer?.slice(0, 2_000),
      submissionId: submission,
      consents: consents.value.length > 0 ? consents.value : undefined,
      answers: answers.size > 0 ? Object.fromEntries(answers) : undefined,
    }),
  );
}

interface Form {
  /** By the names of Kith, trimmed; empty ones are absent. */
  readonly fields: ReadonlyMap<string, string>;
  /** What has no field here, by its own name. */
  readonly answers: Map<string, string>;
  /** What says nothing of who it is, by its own name, which may be that of a field (`website`): the trap, boxes to tick. */
  readonly apart: ReadonlyMap<string, string>;
}

function readForm(payload: unknown, namesApart: readonly (string | undefined)[]): Result<Form> {
  if (typeof payload !== 'object' || payload === null || Array.isArray(payload))
    return refuse({
      code: 'leads/not-a-form',
      message: 'A form is an object of fields and texts, such as Object.fromEntries(formData).',
      path: '',
    });
  const entries = Object.entries(payload);
  if (entries.length > MOST_FIELDS)
    return refuse({
      code: 'leads/too-many-fields',
      message: `A form has up to ${MOST_FIELDS} fields, not ${entries.length}.`,
      path: '',
    });
  const fields = new Map<string, string>();
  const answers = new Map<string, string>();
  const apart = new Map<string, string>();
  for (const [name, value] of entries) {
    if (name === '__proto__' || name.length > LONGEST_NAME)
      return refuse({
        code: 'leads/bad-field-name',
        message: `"${name.slice(0, 40)}" is no name for a field. Call it otherwise.`,
        path: name.slice(0, 40),
      });
    const text = textOf(value);
    if (text === undefined)
      return refuse({
        code: 'leads/not-a-form',
        message: `"${name}" is no text, number, yes or no, or list of them.`,
        path: name,
      });
    if (text.length > LONGEST)
      return refuse({
        code: 'leads/too-long',
        message: `"${name}" has ${text.length} characters; ${LONGEST} are the most.`,
        path: name,
      });
    if (text === '') continue;
    if (namesApart.includes(name)) {
      apart.set(name, text);
      continue;
    }
    const field = fieldByAlias.get(aliasOf(name));
    if (field === undefined || fields.has(field)) answers.set(name, text);
    else fields.set(field, text);
  }
  return ok({ fields, answers, apart });
}

/** A value of a form as text; undefined for what a form does not send. */
function textOf(value: unknown): string | undefined {
  switch (typeof value) {
    case 'string':
      return value.trim();
    case 'number':
    case 'boolean':
      return String(value);
    case 'undefined':
      return '';
    default:
      if (value === null) return '';
      return Array.isArray(value) && value.every((item) => typeof item === 'string')
        ? value.map((item) => item.trim()).join(', ')
        : undefined;
  }
}

function readPoints(
  fields: ReadonlyMap<string, string>,
  country: string | undefined,
): Result<{ readonly emails: NonNullable<Lead['emails']>; readonly phones: NonNullable<Lead['phones']> }> {
  const email = fields.get('email');
  const read = email === undefined ? undefined : normalEmail(email);
  if (email !== undefined && !read)
    return refuse({
      code: 'leads/bad-email',
      message: `"${email.slice(0, 100)}" is no e-mail address. Correct it, such as name@company.example.`,
      path: 'email',
    });
  const phones: { value: string; label: 'work' | 'mobile'; primary: boolean }[] = [];
  for (const [field, label] of [
    ['phone', 'work'],
    ['mobile', 'mobile'],
  ] as const) {
    const phone = fields.get(field);
    if (phone === undefined) continue;
    const home = fields.get('country') ?? country;
    if (!normalPhone(phone, home))
      return refuse({
        code: 'leads/bad-phone',
        message: `"${phone.slice(0, 100)}" is no telephone number. Write it with its country, such as +43 1 555 0101.`,
        path: field,
      });
    phones.push({ value: keptPhone(phone, home) ?? phone, label, primary: phones.length === 0 });
  }
  return ok({ emails: read ? [{ value: read.address, primary: true }] : [], phones });
}

function readPerson(fields: ReadonlyMap<string, string>): {
  readonly name?: string;
  readonly givenName?: string;
  readonly familyName?: string;
} {
  const whole = fields.get('name');
  const [given, family] = [fields.get('givenName'), fields.get('familyName')].map((part) => part && writtenName(part));
  const isHan = /^\p{Script=Han}+$/u.test(`${given ?? ''}${family ?? ''}`);
  const joined = isHan ? `${family ?? ''}${given ?? ''}` : [given, family].filter((part) => part).join(' ');
  const name = whole === undefined ? joined : writtenName(whole);
  if (name === '') return {};
  const parts = given || family ? { givenName: given, familyName: family } : nameParts(name);
  const display =
    whole !== undefined && /[,，]/u.test(name) && parts.givenName ? `${parts.givenName} ${parts.familyName}` : name;
  return withoutEmpty({ name: display, ...parts }) as { name: string };
}

const AGREED = /^(?:on|true|yes|1|y|ja|oui|si|sí|是|同意|はい)$/i;

function readConsents(
  { consents = [], landingPage }: CaptureContext,
  answers: ReadonlyMap<string, string>,
  env: Env,
): Result<readonly ConsentEvidence[]> {
  const given: ConsentEvidence[] = [];
  for (const { field, isRequired, isConfirmedLater, purpose, channel, text, textVersion } of consents) {
    const isAgreed = AGREED.test(answers.get(field) ?? '');
    if (isRequired && !isAgreed)
      return refuse({
        code: 'leads/consent-required',
        message: `Without agreeing to "${purpose}" nothing can be sent.`,
        path: field,
        params: { purpose },
        fix: { kind: 'fields', fields: [field] },
      });
    const status = isAgreed ? (isConfirmedLater ? 'pending' : 'granted') : 'denied';
    given.push(
      withoutEmpty({ purpose, channel, status, at: env.now, text, textVersion, page: landingPage?.slice(0, 2_000) }),
    );
  }
  return ok(given);
}
