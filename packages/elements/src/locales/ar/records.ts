import type { Features } from '../translation.js';

/** The sentences of src/records in Arabic. */
export const records: Features['records'] = {
  record: () => ({
    areas: 'أقسام هذا السجل',
    details: 'التفاصيل',
    activity: 'النشاط',
    more: 'المزيد',
    custom: 'حقول أخرى',
    computed: 'محسوب',
    tags: 'الوسوم',
    addresses: {
      billing: 'عنوان الفوترة',
      shipping: 'عنوان الشحن',
      work: 'عنوان العمل',
      home: 'عنوان المنزل',
      other: 'العنوان',
    },
    emails: { work: 'بريد العمل', home: 'البريد الشخصي' },
    phones: { work: 'هاتف العمل', home: 'هاتف المنزل', mobile: 'الهاتف المحمول' },
    created: (day) => `أُنشئ ${day}`,
    changed: (day) => `تغيّر ${day}`,
    isComputed: 'محسوب: لا يكتبه أحد',
    personal: 'بيانات شخصية',
    health: 'بيانات صحية',
    yes: 'نعم',
    no: 'لا',
    value: 'القيمة',
    won: 'صفقات رابحة',
    open: 'المتوقّع',
    openDeals: 'صفقات مفتوحة',
    lastWon: 'آخر فوز',
    noneWon: 'لا فوز بعد.',
    segments: 'الشرائح',
    noSegments: 'ليس في أي شريحة.',
    score: 'التقييم',
  }),
  recordState: () => ({
    offline: 'غير متصل. ما هو معروف يبقى هنا، والتغييرات تنتظر عودة الاتصال.',
    goneTitle: 'هذا السجل لم يعد موجودًا',
    goneText: 'حُذف أو مُحي أثناء عرضه هنا، أو لم يعد مشاركًا معك.',
  }),
};
