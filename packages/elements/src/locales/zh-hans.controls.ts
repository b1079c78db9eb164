import type { AllSentences } from './translation.js';

/** What controls say of themselves in simplified Chinese. */
export const controlsInChinese: Pick<AllSentences, 'control' | 'combobox'> = {
  control: (format) => ({
    required: '请填写此项。',
    notAnAmount: `请输入金额，例如 ${format.number(1250)}。`,
    decimals: (count, currency) =>
      count === 0 ? `${currency} 没有小数。` : `${currency} 最多 ${format.number(count)} 位小数。`,
    amountTooLarge: '金额过大。',
    currency: '货币',
    notANumber: '请输入电话号码：以 + 和国家代码开头的数字。',
    needsCountry: '请以 + 和国家代码开头。',
    notADay: (example) => `请输入日期，例如 ${example}。`,
    tooEarly: (day) => `请选择 ${day} 或之后的日期。`,
    tooLate: (day) => `请选择 ${day} 或之前的日期。`,
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
    count: (count) => `${format.number(count)} 个选项`,
  }),
};
