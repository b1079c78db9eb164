import type { Company, Deal } from '@kith/core';
import { type Messages, messages } from '../base/locale.js';
import type { RecordStateSentences } from '../parts/record-state.js';

/** What the company card says. */
export interface CompanySentences extends RecordStateSentences {
  readonly website: string;
  readonly call: string;
  readonly logActivity: string;
  readonly details: string;
  readonly name: string;
  readonly legalName: string;
  readonly type: string;
  readonly types: Readonly<Record<NonNullable<Company['type']>, string>>;
  readonly industry: string;
  readonly employees: string;
  readonly revenue: string;
  readonly founded: string;
  readonly country: string;
  readonly email: string;
  readonly phone: string;
  readonly owner: string;
  readonly lifecycle: string;
  readonly description: string;
  readonly parent: string;
  readonly subsidiaries: string;
  readonly showEmpty: (count: number) => string;
  readonly hideEmpty: string;
  readonly tags: string;
  readonly figures: string;
  readonly openAmount: string;
  readonly wonValue: string;
  readonly winRate: string;
  readonly openDeals: string;
  readonly ofClosed: (won: number, closed: number) => string;
  readonly people: string;
  readonly noPeople: string;
  readonly deals: string;
  readonly noDeals: string;
  readonly status: Readonly<Record<Deal['status'], string>>;
  readonly showMore: (count: number, left: number) => string;
  readonly saved: (label: string) => string;
  readonly notAName: string;
  readonly notACount: string;
  readonly notAYear: string;
  readonly notAnAmount: string;
  readonly unknown: string;
}

export const companyMessages: Messages<CompanySentences> = messages<CompanySentences>({
  en: (format) => ({
    loading: 'Reading the company',
    missingTitle: 'There is no such company',
    missingText: 'It may have been deleted, or the link is wrong.',
    failedTitle: 'The company could not be read',
    failedText: 'Nothing is lost. Try again, or reload the page.',
    again: 'Try again',
    website: 'Website',
    call: 'Call',
    logActivity: 'Log activity',
    details: 'Details',
    name: 'Name',
    legalName: 'Legal name',
    type: 'Relation',
    types: {
      prospect: 'Prospect',
      customer: 'Customer',
      partner: 'Partner',
      reseller: 'Reseller',
      supplier: 'Supplier',
      investor: 'Investor',
      competitor: 'Competitor',
    },
    industry: 'Industry',
    employees: 'Employees',
    revenue: 'Annual revenue',
    founded: 'Founded',
    country: 'Country',
    email: 'Email',
    phone: 'Phone',
    owner: 'Owner',
    lifecycle: 'Lifecycle',
    description: 'Description',
    parent: 'Parent',
    subsidiaries: 'Subsidiaries',
    showEmpty: (count) =>
      format.plural(count, {
        one: `Show ${format.number(count)} empty field`,
        other: `Show ${format.number(count)} empty fields`,
      }),
    hideEmpty: 'Hide empty fields',
    tags: 'Tags',
    figures: 'Figures',
    openAmount: 'In open deals',
    wonValue: 'Won value',
    winRate: 'Win rate',
    openDeals: 'Open deals',
    ofClosed: (won, closed) => `${format.number(won)} of ${format.number(closed)} closed`,
    people: 'People',
    noPeople: 'Nobody is known here yet.',
    deals: 'Deals',
    noDeals: 'No deals yet.',
    status: { open: 'Open', won: 'Won', lost: 'Lost' },
    showMore: (count, left) =>
      count < left ? `Show ${format.number(count)} of ${format.number(left)} more` : `Show ${format.number(left)} more`,
    saved: (label) => `${label} saved`,
    notAName: 'Give the company a name.',
    notACount: 'Write a whole number, 0 or more.',
    notAYear: 'Write a year in four digits.',
    notAnAmount: 'Write an amount in digits, such as 1250.50.',
    unknown: 'Unknown',
  }),
  'zh-Hans': (format) => ({
    loading: '正在读取公司',
    missingTitle: '没有这家公司',
    missingText: '可能已被删除，或链接有误。',
    failedTitle: '无法读取公司',
    failedText: '数据没有丢失。请重试，或重新加载页面。',
    again: '重试',
    website: '网站',
    call: '拨打',
    logActivity: '记录活动',
    details: '详情',
    name: '名称',
    legalName: '法定名称',
    type: '关系',
    types: {
      prospect: '潜在客户',
      customer: '客户',
      partner: '合作伙伴',
      reseller: '经销商',
      supplier: '供应商',
      investor: '投资方',
      competitor: '竞争对手',
    },
    industry: '行业',
    employees: '员工数',
    revenue: '年收入',
    founded: '成立年份',
    country: '国家/地区',
    email: '邮箱',
    phone: '电话',
    owner: '负责人',
    lifecycle: '生命周期',
    description: '说明',
    parent: '母公司',
    subsidiaries: '子公司',
    showEmpty: (count) => `显示 ${format.number(count)} 个空字段`,
    hideEmpty: '隐藏空字段',
    tags: '标签',
    figures: '关键数字',
    openAmount: '进行中金额',
    wonValue: '成交金额',
    winRate: '赢单率',
    openDeals: '进行中商机',
    ofClosed: (won, closed) => `${format.number(closed)} 个已关闭中 ${format.number(won)} 个`,
    people: '联系人',
    noPeople: '还没有联系人。',
    deals: '商机',
    noDeals: '还没有商机。',
    status: { open: '进行中', won: '赢单', lost: '丢单' },
    showMore: (count, left) =>
      count < left
        ? `再显示 ${format.number(left)} 个中的 ${format.number(count)} 个`
        : `再显示 ${format.number(left)} 个`,
    saved: (label) => `${label}已保存`,
    notAName: '请填写公司名称。',
    notACount: '请填写不小于 0 的整数。',
    notAYear: '请填写四位数年份。',
    notAnAmount: '请用数字填写金额，例如 1250.50。',
    unknown: '未知',
  }),
});
