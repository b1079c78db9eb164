import type { Features } from '../translation.js';

/** The sentences of src/records in traditional Chinese. */
export const records: Features['records'] = {
  record: () => ({
    areas: '此記錄的各部分',
    details: '詳情',
    activity: '動態',
    more: '更多',
    custom: '更多欄位',
    computed: '自動計算',
    tags: '標籤',
    addresses: {
      billing: '帳單地址',
      shipping: '送貨地址',
      work: '公司地址',
      home: '住家地址',
      other: '地址',
    },
    emails: { work: '公司電子郵件', home: '私人電子郵件' },
    phones: { work: '公司電話', home: '住家電話', mobile: '手機' },
    created: (day) => `建立於${day}`,
    changed: (day) => `修改於${day}`,
    isComputed: '自動計算，無需填寫',
    personal: '個人資訊',
    health: '健康資訊',
    yes: '是',
    no: '否',
    value: '價值',
    won: '已成交商機',
    open: '預計金額',
    openDeals: '進行中商機',
    lastWon: '最近成交',
    noneWon: '尚無成交。',
    segments: '分眾',
    noSegments: '不屬於任何分眾。',
    score: '評分',
  }),
  recordState: () => ({
    offline: '已離線。已知內容仍在此處，變更將在恢復連線後提交。',
    goneTitle: '此記錄已不存在',
    goneText: '它在顯示期間被刪除或抹除，或不再與您共用。',
  }),
};
