import { ENTITY_FIELDS, LIFECYCLE_FIELD } from '../fields/entity-definition.js';
import type { BuiltInEntity } from '../fields/field.js';
import { label } from '../fields/labels.js';

/** Organisations, with the fields they have from the start. */
export const companyFields: BuiltInEntity = {
  kind: 'company',
  collection: 'companies',
  labels: label('Company', '公司'),
  plural: label('Companies', '公司'),
  fields: [
    { name: 'name', type: 'text', labels: label('Name', '名称'), required: true, searched: true },
    { name: 'legalName', type: 'text', labels: label('Legal name', '法定名称'), searched: true },
    {
      name: 'type',
      type: 'choice',
      labels: label('Type', '类型'),
      options: [
        { value: 'prospect', labels: label('Prospect', '潜在客户') },
        { value: 'customer', labels: label('Customer', '客户') },
        { value: 'partner', labels: label('Partner', '合作伙伴') },
        { value: 'reseller', labels: label('Reseller', '经销商') },
        { value: 'supplier', labels: label('Supplier', '供应商') },
        { value: 'investor', labels: label('Investor', '投资者') },
        { value: 'competitor', labels: label('Competitor', '竞争对手') },
      ],
    },
    { name: 'industry', type: 'text', labels: label('Industry', '行业'), searched: true },
    { name: 'employees', type: 'number', labels: label('Employees', '员工人数'), least: 0, decimals: 0 },
    { name: 'annualRevenue', type: 'money', labels: label('Annual revenue', '年收入') },
    { name: 'foundedYear', type: 'number', labels: label('Founded', '成立年份'), least: 1, most: 9999, decimals: 0 },
    { name: 'website', type: 'url', labels: label('Website', '网站'), searched: true },
    { name: 'emails.value', type: 'email', labels: label('E-mail', '电子邮件'), isMany: true, searched: true },
    { name: 'phones.value', type: 'phone', labels: label('Phone', '电话'), isMany: true, searched: true },
    { name: 'addresses.street', type: 'text', labels: label('Street', '街道'), isMany: true },
    { name: 'addresses.postalCode', type: 'text', labels: label('Postal code', '邮编'), isMany: true },
    { name: 'addresses.city', type: 'text', labels: label('City', '城市'), isMany: true, searched: true },
    { name: 'addresses.region', type: 'text', labels: label('Region', '地区'), isMany: true },
    { name: 'addresses.country', type: 'text', labels: label('Country', '国家'), isMany: true },
    { name: 'parentId', type: 'reference', labels: label('Parent company', '母公司'), to: 'company' },
    LIFECYCLE_FIELD,
    { name: 'description', type: 'longText', labels: label('Description', '描述') },
    ...ENTITY_FIELDS,
  ],
};
