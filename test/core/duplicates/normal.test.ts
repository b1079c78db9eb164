import {
  companyLikeness,
  companyName,
  domainOf,
  identityOf,
  keptPhone,
  nameLikeness,
  normalEmail,
  normalPhone,
  personName,
} from '@kith/core/duplicates';
import { describe, expect, it } from 'vitest';

const nameOf = (text: string) => personName(text) ?? { words: [], isHan: false };
const alike = (left: string, right: string): number => nameLikeness(nameOf(left), nameOf(right));
const coreOf = (text: string): string | undefined => companyName(text)?.core;

describe('what is compared', () => {
  it('DU4 knows one mailbox in its spellings, and public and office addresses', () => {
    expect(normalEmail(' Léa.Fontanel+fair@Brama.Example ')?.mailbox).toBe('léa.fontanel@brama.example');
    expect(normalEmail('L.e.a.Fontanel+x@googlemail.com')?.mailbox).toBe('leafontanel@gmail.com');
    expect(normalEmail('Léa Fontanel <lea@brama.example>')?.address).toBe('lea@brama.example');
    expect(normalEmail('mailto:ＬＥＡ@brama.example')?.address).toBe('lea@brama.example');
    expect(normalEmail('xiaoming@qq.com')?.isPublic).toBe(true);
    expect(normalEmail('info@brama.example')?.isRole).toBe(true);
    for (const wrong of [
      '',
      'lea',
      'lea@',
      '@brama.example',
      'lea@brama',
      'a b@c.example',
      'lea@brama..example',
      `${'a'.repeat(260)}@b.example`,
    ])
      expect([wrong, normalEmail(wrong)]).toEqual([wrong, undefined]);
  });

  it('CD70 keeps an extension with its number, however it is said', () => {
    for (const said of [
      ';ext=123',
      'x123',
      ' ext. 123',
      ', ext 123',
      ' extension 123',
      ' доб. 123',
      ' 转 123',
      ' 分機123',
      ' DW 123',
      ' #123',
    ])
      expect([said, keptPhone(`+43 1 5550101${said}`)]).toEqual([said, '+4315550101;ext=123']);
    expect(keptPhone('(212) 555-0123 ext. 8', 'US')).toBe('+12125550123;ext=8');
    expect(keptPhone('+43 1 5550101')).toBe('+4315550101');
    expect(keptPhone('01 5550101 ext. 8')).toBeUndefined();
    expect(keptPhone('ext. 8', 'US')).toBeUndefined();
  });

  it('CD70 reads any text at once: what is no number keeps nobody waiting', () => {
    const spaces = ' '.repeat(300_000);
    expect(keptPhone(`${spaces}a`, 'AT')).toBeUndefined();
    expect(keptPhone(`+43 1 5550101 x${spaces}a`)).toBeUndefined();
    expect(keptPhone(`+43 1 5550101 ${spaces},${spaces}x${spaces}8`)).toBe('+4315550101;ext=8');
  });

  it('DU5 knows one telephone number however it is written, and its last digits by country', () => {
    const vienna = normalPhone('+43 1 5550101');
    for (const written of [
      '0043 1 555 01 01',
      '+43 (0)1 555-01-01',
      '+43/1/5550101',
      'tel:+4315550101',
      '+43 1 5550101 DW 12',
    ])
      expect([written, normalPhone(written)]).toEqual([written, vienna]);
    expect(normalPhone('01 5550101', 'AT')).toEqual(vienna);
    expect(normalPhone('01 5550101')).toEqual({ digits: '15550101', hasCountry: false, ending: '15550101' });
    expect(normalPhone('138 0013 8000', 'CN')?.digits).toBe('8613800138000');
    expect(normalPhone('＋８６ １３８００１３８０００ 转 808')?.digits).toBe('8613800138000');
    expect(normalPhone('1-212-555-0123', 'US')?.digits).toBe('12125550123');
    expect(normalPhone('(212) 555-0123', 'us')?.digits).toBe('12125550123');
    expect(normalPhone('011 44 20 7946 0018', 'US')?.digits).toBe('442079460018');
    expect(normalPhone('020 7946 0018', 'GB')?.digits).toBe('442079460018');
    expect(normalPhone('8 (495) 123-45-67', 'RU')?.digits).toBe('74951234567');
    expect(normalPhone('+39 06 6982')?.digits).toBe('39066982');
    expect(normalPhone('06 30 123 4567', 'HU')?.digits).toBe('36301234567');
    expect(normalPhone('22 12 34 56', 'NO')?.ending).toBe('2123456');
    for (const wrong of ['', '123', 'call me', '+43 1 555 ABCD', '0000000000', '1'.repeat(30)])
      expect([wrong, normalPhone(wrong)]).toEqual([wrong, undefined]);
  });

  it('DU6 reads names in any order, without titles, case and accents', () => {
    expect(personName('Dr. Léa FONTANEL')).toEqual({ words: ['fontanel', 'lea'], isHan: false });
    expect(personName('Fontanel, Léa')).toEqual(personName('Léa', 'Fontanel'));
    expect(personName('Łukasz Żółć')?.words).toEqual(['lukasz', 'zolc']);
    expect(personName("Seán O'Brien")?.words).toEqual(['obrien', 'sean']);
    expect(personName('王小明 先生')).toEqual({ words: ['王小明'], isHan: true });
    expect(personName('  ')).toBeUndefined();
    expect(alike('Léa Fontanel', 'Lea Fontanell')).toBeGreaterThan(0.95);
    expect(alike('J. Smith', 'John Smith')).toBeGreaterThan(0.9);
    expect(alike('Anna Berger', 'Jakob Steiner')).toBeLessThan(0.7);
  });

  it('DU7 never takes one Chinese name for another by one character', () => {
    for (const [left, right] of [
      ['王小明', '王小红'],
      ['王伟', '王韦'],
      ['李', '李娜'],
      ['欧阳娜娜', '欧阳娜'],
    ] as const)
      expect([left, right, alike(left, right)]).toEqual([left, right, 0]);
    expect(companyLikeness({ core: '华为' }, { core: '华韦' })).toBe(0);
    expect(companyLikeness({ core: '中兴通讯' }, { core: '中芯通讯' })).toBe(0);
  });

  it('DU8 reads traditional and simplified characters alike', () => {
    expect(alike('劉曉東', '刘晓东')).toBe(1);
    expect(coreOf('臺灣積體電路製造股份有限公司')).toBe(coreOf('台湾积体电路制造股份有限公司'));
  });

  it('DU9 takes legal forms and places off the names of companies', () => {
    for (const [written, core, place] of [
      ['Brama Logistik GmbH & Co. KG', 'brama logistik'],
      ['BRAMA LOGISTIK', 'brama logistik'],
      ['The Brama Company, Inc.', 'brama'],
      ['Łęgi Sp. z o.o.', 'legi'],
      ['Cantine Rosse S.p.A.', 'cantine rosse'],
      ['Société Générale S.A.', 'societe generale'],
      ['Nordlys AS', 'nordlys'],
      ['AG', 'ag'],
      ['深圳市华夏科技有限公司', '华夏科技', '深圳'],
      ['上海華夏科技股份有限公司', '华夏科技', '上海'],
      ['华夏科技(集团)有限公司', '华夏科技'],
      ['华夏科技（北京）有限公司', '华夏科技', '北京'],
      ['广东省深圳市华夏科技集团', '华夏科技', '深圳'],
      ['上海家化', '家化', '上海'],
      ['北京公司', '北京'],
      ['株式会社山田製作所', '山田制作所'],
    ] as const)
      expect([written, companyName(written)]).toEqual([written, place === undefined ? { core } : { core, place }]);
    expect(companyName('…')).toBeUndefined();
  });

  it('DU9 knows the domain of a website', () => {
    for (const written of [
      'https://www.Brama.example/pl?x=1',
      'brama.example',
      'http://user@brama.example:8080',
      'WWW.BRAMA.EXAMPLE.',
    ])
      expect(domainOf(written)).toBe('brama.example');
    for (const wrong of ['', 'brama', 'http://', 'a b.example']) expect(domainOf(wrong)).toBeUndefined();
  });

  it('DU29 reads of what is longer than any name its beginning, however long it is', () => {
    const long = [
      ...['中国', '公司', '（', 'co ', 'a.', 'e\u0301', 'ﷺ', '𠀀'].map((part) => part.repeat(1_000)),
      `x${'𠀀'.repeat(1_000)}`,
      `${'公司'.repeat(100_000)}x`,
      '中国'.repeat(100_000),
      'co '.repeat(100_000),
    ];
    for (const text of long) {
      const { company, person, place, taxId } = identityOf({
        ...{ name: text, companyName: text, taxId: text },
        ...{ street: '1', postalCode: text },
      });
      for (const read of [company?.core, person?.words.join(' '), place?.slice(0, -2), taxId]) {
        expect((read ?? '').length).toBeLessThanOrEqual(300);
        expect(read ?? '').not.toMatch(/\p{Surrogate}/u);
      }
    }
    const [left, right] = ['a', 'b'].map((end) => identityOf({ companyName: `${'brama '.repeat(60)}${end}` }));
    expect(left).toEqual(right);
  });
});
