import type { Features } from '../translation.js';

/** The sentences of src/parts in simplified Chinese. */
export const parts: Features['parts'] = {
  control: (format) => ({
    required: '请填写此项。',
    notAnAmount: `请输入金额，例如${format.number(1250)}。`,
    decimals: (count, currency) =>
      count === 0 ? `${currency}没有小数。` : `${currency}最多${format.number(count)}位小数。`,
    amountTooLarge: '金额过大。',
    currency: '货币',
    notANumber: '请输入电话号码：以+和国家代码开头的数字。',
    needsCountry: '请以+和国家代码开头。',
    notADay: (example) => `请输入日期，例如${example}。`,
    tooEarly: (day) => `请选择${day}或之后的日期。`,
    tooLate: (day) => `请选择${day}或之前的日期。`,
    openCalendar: '打开日历',
    from: '从',
    to: '至',
  }),
  combobox: (format) => ({
    required: '请选择一项。',
    show: '显示选项',
    remove: (label) => `移除${label}`,
    loading: '正在查找…',
    none: (text) => `没有找到“${text}”。`,
    empty: '还没有可选的内容。',
    failed: '无法加载选项。',
    again: '重试',
    create: (text) => `新建“${text}”`,
    count: (count) => `${format.number(count)}个选项`,
  }),
  copy: () => ({
    copy: (thing) => `复制${thing}`,
    copied: '已复制',
    refused: '浏览器不允许在此复制，请选中文字后手动复制。',
  }),
  inlineEdit: () => ({
    add: '添加',
    addField: (label) => `添加${label}`,
    editField: (label) => `编辑${label}`,
    save: '保存',
    cancel: '取消',
    none: '无',
    nothing: '空',
    required: '必填',
    meanwhile: '其间已被改为',
    keepMine: '保留我的',
    takeTheirs: '采用对方的',
    failed: '未能保存，请重试。',
  }),
  details: () => ({
    masked: '未显示',
    reveal: '显示',
    revealField: (label) => `显示${label}`,
  }),
  later: () => ({
    loading: '正在加载',
    failedTitle: '无法加载此部分',
    failedText: '请检查网络连接后重试。',
    again: '重试',
  }),
  lifecycle: () => ({
    title: '生命周期',
    stages: {
      subscriber: '订阅者',
      lead: '线索',
      qualified: '合格线索',
      customer: '客户',
      advocate: '推荐者',
      former: '前客户',
    },
  }),
};
