import type { Features } from '../translation.js';

/** The sentences of src/records in Spanish. */
export const records: Features['records'] = {
  record: () => ({
    areas: 'Partes de esta ficha',
    details: 'Detalles',
    activity: 'Actividad',
    more: 'Más',
    custom: 'Más campos',
    computed: 'Calculado',
    tags: 'Etiquetas',
    addresses: {
      billing: 'Dirección de facturación',
      shipping: 'Dirección de envío',
      work: 'Dirección del trabajo',
      home: 'Dirección particular',
      other: 'Dirección',
    },
    emails: { work: 'Correo del trabajo', home: 'Correo particular' },
    phones: { work: 'Teléfono del trabajo', home: 'Teléfono particular', mobile: 'Teléfono móvil' },
    created: (day) => `Creado ${day}`,
    changed: (day) => `cambiado ${day}`,
    isComputed: 'Calculado: nadie lo escribe',
    personal: 'Datos personales',
    health: 'Datos de salud',
    yes: 'Sí',
    no: 'No',
    value: 'Valor',
    won: 'Ganadas',
    open: 'Previsto',
    openDeals: 'Abiertas',
    lastWon: 'Última ganada',
    noneWon: 'Nada ganado todavía.',
    segments: 'Segmentos',
    noSegments: 'En ningún segmento.',
    score: 'Puntuación',
  }),
  recordState: () => ({
    offline: 'Sin conexión. Lo conocido sigue aquí y los cambios esperan hasta que vuelva la conexión.',
    goneTitle: 'Esta ficha ya no está',
    goneText: 'Se eliminó o se borró mientras estaba aquí, o ya no se comparte con usted.',
  }),
};
