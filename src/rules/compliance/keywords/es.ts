import { list, type LanguagePack } from '../language-pack.js';

export const ES: LanguagePack = {
  language: 'es',
  source:
    'detener, salir, recibir, volver: https://developers.sinch.com/docs/conversation/consent-management. detener, parar, ayuda: https://docs.bird.com/applications/channels/channels/supported-channels/sms/concepts/opt-in-and-opt-out-compliance. ' +
    'baja, alto, alta: https://notifycame.com/page/funciones-de-sms. no más: https://compliancepoint.com/marketing-compliance/fccs-consent-revocation-rule-language-analysis-and-compliance-insights. The rest: proposed.',
  optOut: list(`
    baja, parar, pare, paren, para ya, paren ya, pare ya, salir, detener, detengan, detenga,
    deténganse, cancelar, alto, no más, ya no más, dar de baja, darme de baja, darse de baja,
    desuscribir, desuscribirme, desuscribirse, cancelar suscripción, cancelar la suscripción, cancelar
    mi suscripción, cancelar subscripción, anular suscripción, anular, stop mensajes, stop marketing,
    parar todo, no más mensajes, de baja, desinscribir, eliminar, dame de baja, denme de baja, baja
    ya, cancela, no molestar
  `),
  withNumber: ['baja', 'alto', 'salir', 'detener', 'parar'],
  typoTolerant: ['detener', 'cancelar', 'desuscribir', 'desuscribirme'],
  optIn: ['volver', 'recibir', 'alta', 'comenzar', 'suscribirme', 'suscribir', 'empezar', 'iniciar'],
  help: list(`
    ayuda, ayúdame, ayúdenme, quién es, quién eres, quiénes son, quién habla, información, necesito
    ayuda, quién me escribe, soporte, de parte de quién
  `),
  polite: list(`
    por favor, porfavor, porfa, porfis, xfa, gracias, muchas gracias, mil gracias, hola, buenas,
    buenos días, buenas tardes, señor, señora, señores, ya, ahora, amigo, saludos, disculpe
  `),
  yes: ['sí', 'si', 'claro', 'si por favor'],
  no: ['no'],
  phrases: {
    reminder: ['olvid*', 'dud*', 'no deje de', 'no dejes de', 'no dejen de'],
    cease: list(`
      deja, dejen, deje, dejad, dejar, dejes, para, paren, pare, parar, parad, basta, suspend*,
      deteng*, detener, cesen, cese, cesar, alto, cancel*, interrump*, elimin*, stop
    `),
    contact: list(`
      mand*, envi*, escrib*, contact*, molest*, llam*, textear, texteando, fastidi*, jod*, acos*,
      spam*
    `),
    contactOrder: list(`
      manden, mandes, mande, mandéis, envíen, envíes, envíe, escriban, escribas, escriba, escribáis,
      contacten, contactes, contacte, llamen, llames, llame, molesten, molestes, moleste, texteen,
      mensajeen, enviar, mandar, escribir, contactar, molestar, enviarme, mandarme, escribirme,
      contactarme
    `),
    messages: list(`
      mensaje, mensajes, mensajitos, sms, texto, textos, mensajería, notificaciones, publicidad,
      promociones, ofertas, spam, correos, avisos, propaganda, anuncios, whatsapps, alertas, marketing
    `),
    self: ['me', 'nos', 'mí'],
    not: ['no', 'nunca', 'jamás', 'ni', 'tampoco'],
    noMore: ['vuelv*', 'otra vez', 'más', 'nunca', 'jamás', 'ya no'],
    want: list(`
      quiero, queremos, deseo, deseamos, quisiera, interesa, necesito, gustaría, autorizo, acepto
    `),
    receive: ['recib*', 'contactado', 'contactada', 'contactados'],
    remove: ['borr*', 'quit*', 'elimin*', 'saqu*', 'saca*', 'remuev*', 'retir*', 'sáquenme', 'bórrame'],
    numberOrList: list(`
      número, lista, listas, teléfono, nombre, contacto, datos, celular, móvil, base
    `),
    unsubscribe: list(`
      desuscrib*, desinscrib*, dar de baja, darme de baja, denme de baja, dame de baja, deme de baja,
      désubscrib*, desubscrib*
    `),
    otherObject: list(`
      cita, pedido, orden, reserva, reservación, vuelo, entrega, médica, envío, tienda, seguro,
      gimnasio, turno, factura, consulta
    `),
    optOutPhrases: list(`
      número ya no es, número no es de, número equibocado, número ekivocado, ya no tiene este número, no es el número, no es el teléfono, no es su número, ya no es su número, número erróneo, numero equibocado, no soy la persona, teléfono equivocado, revoco mi consentimiento, retiro mi consentimiento, revoco el consentimiento,
      número equivocado, numero incorrecto, persona equivocada, se equivocó de número, se equivocaron
      de número, te equivocaste de número, está equivocado de número, déjame en paz, déjenme en paz,
      déjeme en paz, déjenme tranquilo, déjenme tranquila, déjame tranquilo, no molesten, no molestes
      más, no más mensajes, dejen de molestar, olvida mi número, ya no escriban, no escriban más, no
      manden más, no envíen más
    `),
    holdPhrases: list(`
      no me interesa, no gracias, ya basta, suficiente, no estoy interesado, no estoy interesada,
      demasiados mensajes, muchos mensajes, ya no, basta, basta ya, ya no quiero, ya no me interesa,
      quiero cancelar, cancelar mi cuenta, borrar mi cuenta, qué molesto, no quiero, no quiero nada
    `),
  },
};
