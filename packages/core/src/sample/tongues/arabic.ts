import type { Tongue } from '../tongue.js';

export const arabic: Tongue = {
  language: 'ar',
  country: 'AE',
  currency: 'AED',
  perEuro: 4,
  timeZone: 'Asia/Dubai',
  utcOffset: 4,
  phone: '+971 4 555 0###',
  address: '{street} {n}',
  streets: 'شارع الميناء; شارع الواحة; شارع النخيل; شارع السوق; شارع الصناعة; شارع اللؤلؤ; شارع البحر; شارع الحدائق',
  cities:
    'دبي|00000; أبوظبي|00000; الشارقة|00000; عجمان|00000; الفجيرة|00000; العين|00000; رأس الخيمة|00000; أم القيوين|00000',
  fullName: '{given} {family}',
  feminine:
    'أمينة|amina; بشرى|bushra; جميلة|jamila; حنان|hanan; خلود|khulud; دلال|dalal; رانيا|rania; زهرة|zahra; سلمى|salma; شيماء|shaima; عبير|abeer; غادة|ghada; فاطمة|fatima; لمياء|lamia; منى|muna; نورة|noura',
  masculine:
    'أنس|anas; باسم|basim; توفيق|tawfiq; جابر|jabir; حازم|hazim; خليل|khalil; رائد|raed; زياد|ziyad; سامي|sami; طارق|tariq; عماد|imad; غسان|ghassan; فيصل|faisal; كريم|karim; ماجد|majid; ياسر|yasir',
  families:
    'البستاني|albustani; التميمي|altamimi; الجزيري|aljaziri; الحداد|alhaddad; الخطيب|alkhatib; الدباغ|aldabbagh; الرفاعي|alrifai; الزيات|alzayyat; السمان|alsamman; الشامي|alshami; الصباغ|alsabbagh; الطحان|altahhan; العطار|alattar; الفاخوري|alfakhouri; القاضي|alqadi; الكتبي|alkutubi; النجار|alnajjar; الوراق|alwarraq',
  company: 'شركة {stem} {trade} {form}',
  companyInCity: 'شركة {stem} {trade} {city} {form}',
  stems:
    'واحة المسار|wahat-almasar; نجم الجنوب|najm-aljanub; أفق البحر|ufuq-albahr; درب اللؤلؤ|darb-allulu; ريم الوادي|rim-alwadi; سدرة|sidra; شروق الرمال|shuruq-alrimal; صقر الساحل|saqr-alsahil; ضفاف|difaf; عين الصفاء|ain-alsafa; غدير|ghadeer; فجر الميناء|fajr-almina; قمة المدى|qimmat-almada; كثبان|kuthban; مرسى النور|marsa-alnur; نسيم الخليج|nasim-alkhalij; هضبة الريح|hadbat-alrih; ياسمين الدار|yasmin-aldar',
  trades: {
    Manufacturing: 'للصناعات|sinaat; للمعادن|maadin',
    Logistics: 'للشحن|shahn; للنقل|naql',
    Retail: 'للأثاث|athath; للتجارة|tijara',
    Construction: 'للمقاولات|muqawalat; للبناء|bina',
    Energy: 'للطاقة|taqa; للتبريد|tabreed',
    Food: 'للأغذية|aghdhiya; للتمور|tumur',
    Health: 'للرعاية|riaya; للمختبرات|mukhtabarat',
    Hospitality: 'للفنادق|fanadiq; للضيافة|diyafa',
  },
  forms: 'ذ.م.م; ش.م.ع',
  jobs: 'المدير العام; مدير العمليات; مدير تقنية المعلومات; مدير المشتريات; المدير المالي; مدير المصنع; مدير خدمة العملاء; مدير المبيعات',
  deals: {
    Portal: 'بوابة الموردين، المرحلة {phase}; بوابة الوكلاء، {n} فرعًا; بوابة العملاء',
    Shop: 'متجر قطع الغيار; طلبات الجملة، {n} فرعًا; متجر إلكتروني جديد',
    'Service desk': 'مركز الخدمة، {n} مستخدمًا; بلاغات الصيانة الميدانية; نظام الطلبات، المرحلة {phase}',
    Sensors: 'مستشعرات غرف التبريد، المرحلة {phase}; كشف التسرب في {n} موقعًا; مراقبة المولدات',
    Fleet: 'تتبع الأسطول، {n} مركبة; تخطيط المسارات; تطبيق السائقين',
    Warehouse: 'تشغيل {n} مستودعًا; ماسحات استلام البضائع; جرد مستمر',
    Analytics: 'لوحة مؤشرات المصنع; تقرير الهوامش {year}; توقع الطلب، {n} متجرًا',
    Care: 'اتفاقية إطارية {year}; تجديد عقد الدعم; تدريب {n} مستخدمًا',
  },
  calls: 'مكالمة مع {name} بشأن {deal}; أسئلة عن العرض; متابعة بعد العرض التوضيحي; طلب مراجع من عملائنا',
  emails: 'عرض: {deal}; إجابات عن أسئلتكم; ملخص اجتماعنا; مسودة العقد',
  meetings: 'عرض توضيحي للفريق; زيارة الموقع; انطلاق: {deal}; التفاوض على الشروط',
  tasks: 'إعداد العرض; إرسال المراجع; التحقق من مواعيد التسليم; اعتماد الخصم',
  notes:
    'الميزانية معتمدة لهذا العام والقرار لمجلس الإدارة.; يرغبون في البدء بموقع واحد.; ينتهي عقدهم الحالي في الربيع.',
};
