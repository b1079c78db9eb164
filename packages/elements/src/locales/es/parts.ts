import type { Features } from '../translation.js';

/** The sentences of src/parts in Spanish. */
export const parts: Features['parts'] = {
  address: () => ({
    country: 'País',
    street: 'Calle y número',
    postalCodes: {
      postalCode: 'Código postal',
      zip: 'Código ZIP',
      postcode: 'Código postal',
      pin: 'Código PIN',
      eircode: 'Código postal',
    },
    cities: { city: 'Ciudad', town: 'Localidad', suburb: 'Barrio', district: 'Distrito' },
    regions: {
      region: 'Región',
      state: 'Estado',
      province: 'Provincia',
      county: 'Condado',
      prefecture: 'Prefectura',
      department: 'Departamento',
      emirate: 'Emirato',
      parish: 'Parroquia',
      island: 'Isla',
      area: 'Área',
    },
    required: 'Rellene la dirección.',
    writeLike: (label, example, country) => `${label}: escríbalo como ${example} (${country}).`,
  }),
  control: (format) => ({
    required: 'Complete este campo.',
    notAnAmount: `Escriba un importe, por ejemplo ${format.number(1250)}.`,
    decimals: (count, currency) =>
      count === 0
        ? `${currency} no tiene decimales.`
        : format.plural(count, {
            one: `${currency} tiene como máximo un decimal.`,
            other: `${currency} tiene como máximo ${format.number(count)} decimales.`,
          }),
    amountTooLarge: 'El importe es demasiado grande.',
    currency: 'Moneda',
    notANumber: 'Escriba un número de teléfono: cifras, con + y el prefijo del país delante.',
    needsCountry: 'Empiece con + y el prefijo del país.',
    notADay: (example) => `Escriba una fecha, por ejemplo ${example}.`,
    tooEarly: (day) => `Elija ${day} o una fecha posterior.`,
    tooLate: (day) => `Elija ${day} o una fecha anterior.`,
    openCalendar: 'Abrir el calendario',
    from: 'Desde',
    to: 'Hasta',
  }),
  combobox: (format) => ({
    required: 'Elija una opción.',
    show: 'Mostrar opciones',
    remove: (label) => `Quitar ${label}`,
    loading: 'Buscando…',
    none: (text) => `No se encontró nada para «${text}».`,
    empty: 'Todavía no hay nada que elegir.',
    failed: 'No se pudieron cargar las opciones.',
    again: 'Reintentar',
    create: (text) => `Crear «${text}»`,
    count: (count) => format.plural(count, { one: '1 opción', other: `${format.number(count)} opciones` }),
  }),
  copy: () => ({
    copy: (thing) => `Copiar ${thing}`,
    copied: 'Copiado',
    refused: 'El navegador no permite copiar aquí. Seleccione el texto y cópielo a mano.',
  }),
  inlineEdit: () => ({
    add: 'Añadir',
    addField: (label) => `Añadir ${label.toLocaleLowerCase('es')}`,
    editField: (label) => `Editar ${label.toLocaleLowerCase('es')}`,
    save: 'Guardar',
    cancel: 'Cancelar',
    none: 'Ninguno',
    nothing: 'nada',
    required: 'Obligatorio',
    meanwhile: 'Cambiado entretanto a',
    keepMine: 'Conservar el mío',
    takeTheirs: 'Tomar el otro',
    failed: 'No se pudo guardar. Inténtelo de nuevo.',
  }),
  details: () => ({
    masked: 'No se muestra',
    reveal: 'Mostrar',
    revealField: (label) => `Mostrar ${label}`,
  }),
  later: () => ({
    loading: 'Cargando',
    failedTitle: 'No se pudo cargar esta parte',
    failedText: 'Compruebe la conexión e inténtelo de nuevo.',
    again: 'Reintentar',
  }),
  lifecycle: () => ({
    title: 'Ciclo de vida',
    stages: {
      subscriber: 'Suscriptor',
      lead: 'Prospecto',
      qualified: 'Calificado',
      customer: 'Cliente',
      advocate: 'Promotor',
      former: 'Antiguo cliente',
    },
  }),
  order: (format) => ({
    grip: (label) => `Mover ${label}`,
    gripHint: 'Arrastre, o use las flechas',
    up: (label) => `Subir ${label}`,
    down: (label) => `Bajar ${label}`,
    moved: (label, place, count) =>
      `${label} está ahora en el lugar ${format.number(place)} de ${format.number(count)}`,
  }),
};
