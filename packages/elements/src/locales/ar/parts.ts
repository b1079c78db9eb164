import type { Features } from '../translation.js';
import { counted } from './counted.js';

const DECIMALS = {
  none: 'صفر من المنازل العشرية',
  one: 'منزلة عشرية واحدة',
  two: 'منزلتين عشريتين',
  few: 'منازل عشرية',
  many: 'منزلة عشرية',
  other: 'منزلة عشرية',
};

const CHOICES = {
  none: 'لا خيارات',
  one: 'خيار واحد',
  two: 'خياران',
  few: 'خيارات',
  many: 'خيارًا',
  other: 'خيار',
};

/** The sentences of src/parts in Arabic. */
export const parts: Features['parts'] = {
  address: () => ({
    country: 'البلد',
    street: 'الشارع',
    postalCodes: {
      postalCode: 'الرمز البريدي',
      zip: 'الرمز البريدي',
      postcode: 'الرمز البريدي',
      pin: 'الرمز البريدي',
      eircode: 'الرمز البريدي',
    },
    cities: { city: 'المدينة', town: 'البلدة', suburb: 'الضاحية', district: 'الحي' },
    regions: {
      region: 'المنطقة',
      state: 'الولاية',
      province: 'المحافظة',
      county: 'المقاطعة',
      prefecture: 'المحافظة',
      department: 'الإدارة',
      emirate: 'الإمارة',
      parish: 'الأبرشية',
      island: 'الجزيرة',
      area: 'المنطقة',
    },
    required: 'أدخل العنوان.',
    writeLike: (label, example, country) => `${label}: اكتبه مثل ${example} (${country}).`,
  }),
  control: (format) => ({
    required: 'يرجى ملء هذا الحقل.',
    notAnAmount: `اكتب مبلغًا، مثل ${format.number(1250)}.`,
    decimals: (count, currency) =>
      count === 0
        ? `لا كسور عشرية في ${currency}.`
        : `الحد الأقصى في ${currency} هو ${counted(format, count, DECIMALS)}.`,
    amountTooLarge: 'هذا المبلغ أكبر من المسموح به.',
    currency: 'العملة',
    notANumber: 'اكتب رقم هاتف: أرقامًا تسبقها علامة + ورمز البلد.',
    needsCountry: 'ابدأ بعلامة + ثم رمز البلد.',
    notADay: (example) => `اكتب تاريخًا، مثل ${example}.`,
    tooEarly: (day) => `اختر ${day} أو ما بعده.`,
    tooLate: (day) => `اختر ${day} أو ما قبله.`,
    openCalendar: 'فتح التقويم',
    from: 'من',
    to: 'إلى',
  }),
  combobox: (format) => ({
    required: 'اختر واحدًا.',
    show: 'عرض الخيارات',
    remove: (label) => `إزالة ${label}`,
    loading: 'جارٍ البحث…',
    none: (text) => `لا نتائج لـ «${text}».`,
    empty: 'لا يوجد ما يمكن اختياره بعد.',
    failed: 'تعذّر تحميل الخيارات.',
    again: 'إعادة المحاولة',
    create: (text) => `إنشاء «${text}»`,
    count: (count) => counted(format, count, CHOICES),
  }),
  copy: () => ({
    copy: (thing) => `نسخ ${thing}`,
    copied: 'تم النسخ',
    refused: 'لا يسمح المتصفح بالنسخ هنا. حدد النص وانسخه يدويًا.',
  }),
  inlineEdit: () => ({
    add: 'إضافة',
    addField: (label) => `إضافة ${label}`,
    editField: (label) => `تعديل ${label}`,
    purpose: 'الغرض',
    remove: 'إزالة',
    removeField: (label) => `إزالة ${label}`,
    addAnother: 'إضافة المزيد',
    save: 'حفظ',
    cancel: 'إلغاء',
    none: 'لا شيء',
    nothing: 'لا شيء',
    required: 'مطلوب',
    meanwhile: 'تغيّر في هذه الأثناء إلى',
    keepMine: 'الإبقاء على قيمتي',
    takeTheirs: 'أخذ القيمة الأخرى',
    failed: 'تعذّر الحفظ. أعد المحاولة.',
  }),
  details: () => ({
    masked: 'غير معروض',
    reveal: 'عرض',
    revealField: (label) => `عرض ${label}`,
  }),
  later: () => ({
    loading: 'جارٍ التحميل',
    failedTitle: 'تعذّر تحميل هذا الجزء',
    failedText: 'تحقق من الاتصال وأعد المحاولة.',
    again: 'إعادة المحاولة',
  }),
  lifecycle: () => ({
    title: 'دورة الحياة',
    stages: {
      subscriber: 'مشترك',
      lead: 'عميل محتمل',
      qualified: 'مؤهل',
      customer: 'عميل',
      advocate: 'مروّج',
      former: 'عميل سابق',
    },
  }),
  order: (format) => ({
    grip: (label) => `نقل ${label}`,
    gripHint: 'اسحبوا، أو استخدموا مفاتيح الأسهم',
    up: (label) => `نقل ${label} إلى أعلى`,
    down: (label) => `نقل ${label} إلى أسفل`,
    moved: (label, place, count) => `${label} الآن في الموضع ${format.number(place)} من ${format.number(count)}`,
  }),
};
