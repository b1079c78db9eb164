import type { Features } from '../translation.js';

/** The sentences of src/parts in traditional Chinese. */
export const parts: Features['parts'] = {
  control: (format) => ({
    required: '請填寫此項。',
    notAnAmount: `請輸入金額，例如${format.number(1250)}。`,
    decimals: (count, currency) =>
      count === 0 ? `${currency}沒有小數。` : `${currency}最多${format.number(count)}位小數。`,
    amountTooLarge: '金額過大。',
    currency: '貨幣',
    notANumber: '請輸入電話號碼：以+和國碼開頭的數字。',
    needsCountry: '請以+和國碼開頭。',
    notADay: (example) => `請輸入日期，例如${example}。`,
    tooEarly: (day) => `請選擇${day}或之後的日期。`,
    tooLate: (day) => `請選擇${day}或之前的日期。`,
    openCalendar: '開啟日曆',
    from: '從',
    to: '至',
  }),
  combobox: (format) => ({
    required: '請選擇一項。',
    show: '顯示選項',
    remove: (label) => `移除${label}`,
    loading: '正在尋找…',
    none: (text) => `找不到「${text}」。`,
    empty: '還沒有可選的內容。',
    failed: '無法載入選項。',
    again: '再試一次',
    create: (text) => `新增「${text}」`,
    count: (count) => `${format.number(count)}個選項`,
  }),
  copy: () => ({
    copy: (thing) => `複製${thing}`,
    copied: '已複製',
    refused: '瀏覽器不允許在此複製，請選取文字後手動複製。',
  }),
  inlineEdit: () => ({
    add: '新增',
    addField: (label) => `新增${label}`,
    editField: (label) => `編輯${label}`,
    save: '儲存',
    cancel: '取消',
    none: '無',
    nothing: '空',
    required: '必填',
    meanwhile: '其間已被改為',
    keepMine: '保留我的',
    takeTheirs: '採用對方的',
    failed: '未能儲存，請再試一次。',
  }),
  details: () => ({
    masked: '未顯示',
    reveal: '顯示',
    revealField: (label) => `顯示${label}`,
  }),
  later: () => ({
    loading: '正在載入',
    failedTitle: '無法載入此部分',
    failedText: '請檢查網路連線後再試一次。',
    again: '再試一次',
  }),
  lifecycle: () => ({
    title: '生命週期',
    stages: {
      subscriber: '訂閱者',
      lead: '潛在客戶',
      qualified: '合格潛在客戶',
      customer: '客戶',
      advocate: '推薦者',
      former: '前客戶',
    },
  }),
};
