import type { Features } from '../translation.js';
import { counted, DAYS } from './counted.js';

const ENTRIES = {
  none: 'أي إدخال أقدم',
  one: 'إدخال أقدم واحد',
  two: 'إدخالين أقدم',
  few: 'إدخالات أقدم',
  many: 'إدخالًا أقدم',
  other: 'إدخال أقدم',
};

/** The sentences of src/activities in Arabic. */
export const activities: Features['activities'] = {
  timeline: (format) => ({
    title: 'الخط الزمني',
    kinds: {
      call: 'المكالمات',
      email: 'الرسائل',
      meeting: 'الاجتماعات',
      note: 'الملاحظات',
      task: 'المهام',
      move: 'تحركات الفرص',
    },
    did: {
      call: 'أجرى مكالمة',
      email: 'أرسل رسالة',
      meeting: 'عقد اجتماعًا',
      note: 'كتب ملاحظة',
      task: 'أنهى مهمة',
    },
    received: {
      call: 'تلقى مكالمة',
      email: 'تلقى رسالة',
      meeting: 'عقد اجتماعًا',
      note: 'كتب ملاحظة',
      task: 'أنهى مهمة',
    },
    plans: {
      call: 'سيجري مكالمة',
      email: 'سيرسل رسالة',
      meeting: 'لديه اجتماع',
      note: 'سيكتب ملاحظة',
      task: 'لديه مهمة',
    },
    cancelled: 'ملغى',
    lasting: (what, minutes) => `${what}، ${minutes}`,
    things: { call: 'مكالمة', email: 'رسالة', meeting: 'اجتماع', note: 'ملاحظة', task: 'مهمة' },
    next: 'التالي',
    thisWeek: 'هذا الأسبوع',
    earlierIn: (month) => `في وقت سابق من ${month}`,
    dayAndTime: (day, time) => `${day}، ${time}`,
    due: (when) => `الاستحقاق ${when}`,
    overdue: (days) => `متأخر ${counted(format, days, DAYS)}`,
    complete: (subject) => `تمييز «${subject}» كمنجز`,
    completed: {
      call: 'أُنجزت المكالمة',
      email: 'أُنجزت الرسالة',
      meeting: 'أُنجز الاجتماع',
      note: 'أُنجزت الملاحظة',
      task: 'أُنجزت المهمة',
    },
    allKinds: 'كل الأنواع',
    filter: 'التصفية حسب النوع',
    older: (chunk, left) =>
      chunk < left
        ? `عرض ${format.number(chunk)} من أصل ${format.number(left)} من الإدخالات الأقدم`
        : `عرض ${counted(format, left, ENTRIES)}`,
    laterPlans: (left) => `عرض المخطط له لاحقًا (${format.number(left)})`,
    more: 'عرض المزيد',
    less: 'عرض أقل',
    emptyTitle: 'لا شيء هنا بعد',
    emptyText:
      'تظهر هنا الملاحظات والمكالمات والرسائل والاجتماعات والمهام عند تسجيلها أو التخطيط لها، وكذلك تقدّم الفرص.',
    filteredTitle: (kind) => `${kind}: لا شيء هنا`,
    filteredText: (kind) => `عامل التصفية يعرض ${kind} فقط.`,
    showAll: 'عرض كل الأنواع',
    failedTitle: 'تعذّرت قراءة الخط الزمني',
    failedText: 'لم يُفقد أي شيء. أعد المحاولة أو أعد تحميل الصفحة.',
    again: 'إعادة المحاولة',
    loading: 'جارٍ قراءة الخط الزمني',
    compose: {
      title: 'تسجيل نشاط',
      kindLabel: 'نوع الإدخال',
      kinds: { note: 'ملاحظة', call: 'مكالمة', email: 'رسالة', task: 'مهمة' },
      labels: { note: 'ملاحظة', call: 'مضمون المكالمة', email: 'الموضوع', task: 'المطلوب إنجازه' },
      placeholders: {
        note: 'اكتب ملاحظة',
        call: 'ما الذي قيل في المكالمة؟',
        email: 'موضوع الرسالة',
        task: 'ما المطلوب إنجازه؟',
      },
    },
  }),
  moves: () => ({
    did: {
      opened: 'أنشأ الفرصة',
      moved: 'نقل الفرصة',
      won: 'كسب الفرصة',
      lost: 'خسر الفرصة',
      reopened: 'أعاد فتح الفرصة',
    },
    alone: {
      opened: 'أُنشئت الفرصة',
      moved: 'نُقلت الفرصة',
      won: 'كُسبت الفرصة',
      lost: 'خُسرت الفرصة',
      reopened: 'أُعيد فتح الفرصة',
    },
    to: 'إلى',
  }),
  composerFoot: () => ({
    body: 'النص',
    minutes: 'الدقائق',
    direction: 'الاتجاه',
    outbound: { call: 'نحن اتصلنا', email: 'نحن راسلنا' },
    inbound: { call: 'هم اتصلوا', email: 'هم راسلونا' },
    dueDay: 'تاريخ الاستحقاق',
    save: { note: 'حفظ الملاحظة', call: 'تسجيل المكالمة', email: 'تسجيل الرسالة', task: 'إضافة المهمة' },
    cancel: 'إلغاء',
    empty: 'اكتب شيئًا أولًا.',
    done: { note: 'حُفظت الملاحظة', call: 'سُجّلت المكالمة', email: 'سُجّلت الرسالة', task: 'أُضيفت المهمة' },
  }),
};
