import type { Features } from '../translation.js';

/** The sentences of src/app in Arabic. */
export const app: Features['app'] = {
  app: () => ({
    undo: 'تراجع',
    redo: 'إعادة',
    undone: 'تم التراجع',
    redone: 'تمت الإعادة',
    dismiss: 'إغلاق',
    cancel: 'إلغاء',
    close: 'إغلاق',
    save: 'حفظ',
    optional: 'اختياري',
    notifications: 'الإشعارات',
    notSaved: (why) => `لم يُحفظ. ${why}`,
    opening: 'جارٍ الفتح…',
    cannotOpen: 'تعذّر فتح البيانات',
    tryAgain: 'إعادة المحاولة',
    fillIn: 'يرجى ملء هذا الحقل للمتابعة.',
    asks: {
      'deals/loss-reason-required': { title: 'لماذا خُسرت الصفقة؟', action: 'تمييز كخسارة' },
      'deals/value-required': { title: 'ما قيمة الصفقة؟', action: 'تمييز كمكسب' },
      'deals/negative-value': { title: 'ما قيمة الصفقة؟', action: 'تمييز كمكسب' },
    },
    stageAsks: (stage) => ({ title: `ما تطلبه مرحلة «${stage}»`, action: 'نقل' }),
    fields: { lossReason: 'السبب', lossNote: 'ملاحظة', actualValue: 'القيمة', closeDay: 'تاريخ الإغلاق' },
    lossReasons: ['السعر', 'منافس', 'لا توجد ميزانية', 'لم يُتخذ قرار', 'توقيت غير مناسب', 'ميزة غير متوفرة'],
  }),
};
