/** An e-mail address made ready to be compared. */
export interface NormalEmail {
  /** As one writes to it: trimmed, in small letters. */
  readonly address: string;
  /** What is the same for two spellings of one mailbox: without `+tag`, for Gmail without dots. */
  readonly mailbox: string;
  readonly domain: string;
  /** Whether everybody can have an address there (gmail.com, qq.com), so that the domain says nothing of the company. */
  readonly isPublic: boolean;
  /** Whether it belongs to an office rather than a person (info@, sales@). */
  readonly isRole: boolean;
}

const SHAPE = /^[^\s@<>"(),;:\\[\]]+@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+[\p{L}][\p{L}\p{N}-]*$/u;
const LONGEST = 254;

const PUBLIC = new Set(
  (
    'gmail.com googlemail.com outlook.com hotmail.com live.com msn.com yahoo.com ymail.com aol.com icloud.com me.com mac.com ' +
    'proton.me protonmail.com gmx.com gmx.net gmx.de gmx.at gmx.ch web.de t-online.de freenet.de mail.com mail.ru yandex.ru ' +
    'bk.ru inbox.ru list.ru orange.fr free.fr wanadoo.fr laposte.net sfr.fr libero.it virgilio.it tiscali.it alice.it ' +
    'hotmail.fr hotmail.de hotmail.it hotmail.co.uk hotmail.es yahoo.co.uk yahoo.fr yahoo.de yahoo.it yahoo.es yahoo.co.jp ' +
    'btinternet.com sky.com comcast.net verizon.net att.net sbcglobal.net cox.net bellsouth.net wp.pl o2.pl onet.pl interia.pl ' +
    'telia.com seznam.cz centrum.cz abv.bg uol.com.br bol.com.br terra.com.br bluewin.ch aon.at chello.at rediffmail.com ' +
    'qq.com foxmail.com 163.com 126.com yeah.net sina.com sina.cn sohu.com 139.com 189.cn aliyun.com 21cn.com tom.com ' +
    'naver.com daum.net hanmail.net docomo.ne.jp ezweb.ne.jp softbank.ne.jp nifty.com hinet.net'
  ).split(' '),
);
const ROLES = new Set(
  'info contact office sales support hello mail admin service team kontakt buero verwaltung vertrieb einkauf contabilita amministrazione ventas compras commercial accueil biuro noreply no-reply postmaster webmaster marketing hr jobs billing invoice'.split(
    ' ',
  ),
);
const GMAIL = new Set(['gmail.com', 'googlemail.com']);

/** Reads an e-mail address; undefined where it is none. `mailto:` and a name in front with angle brackets are taken off. */
export function normalEmail(text: string): NormalEmail | undefined {
  const bare = text.normalize('NFKC').trim();
  const address = (/<([^<>]+)>\s*$/.exec(bare)?.[1] ?? bare)
    .replace(/^mailto:/i, '')
    .trim()
    .toLowerCase();
  if (address.length > LONGEST || !SHAPE.test(address)) return undefined;
  const at = address.lastIndexOf('@');
  const account = address.slice(0, at);
  const domain = address.slice(at + 1);
  const untagged = account.replace(/(?<=.)\+.*$/, '');
  const isGmail = GMAIL.has(domain);
  return {
    address,
    mailbox: isGmail ? `${untagged.replaceAll('.', '')}@gmail.com` : `${untagged}@${domain}`,
    domain,
    isPublic: PUBLIC.has(domain),
    isRole: ROLES.has(untagged),
  };
}

/** The domain of a web address as it is compared: `https://www.Brama.example/pl` → `brama.example`. Undefined where there is none. */
export function domainOf(website: string): string | undefined {
  const host = website
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replace(/^[a-z][a-z0-9+.-]*:\/\//, '')
    .replace(/^[^@/]*@/, '')
    .split(/[/?#:]/)[0]
    ?.replace(/^www\d?\./, '')
    .replace(/\.$/, '');
  return host !== undefined && host.length <= LONGEST && /^(?:[\p{L}\p{N}-]+\.)+[\p{L}\p{N}-]{2,}$/u.test(host)
    ? host
    : undefined;
}
