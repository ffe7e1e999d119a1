import { list, type LanguagePack } from '../language-pack.js';

export const FR: LanguagePack = {
  language: 'fr',
  source:
    'arrêt, aide (mandatory on Canadian short codes): https://support.app.sinch.com/hc/en-us/articles/16600847085967-Canada-SMS-compliance-best-practice. arrete, arrett: https://www.twilio.com/docs/proxy/opt-out-keywords. ' +
    'nonarret: https://docs.bird.com/applications/channels/channels/supported-channels/sms/concepts/opt-in-and-opt-out-compliance. The rest: proposed.',
  optOut: list(`
    arrêt, arrête, arrett, arrêter, arrêtez, arrêt sms, stop sms, désabonner, désabonnement,
    désabonne, désabonnez, désabonnez moi, me désabonner, se désabonner, désinscrire, désinscription,
    désinscrivez moi, me désinscrire, désinscris moi, désinscrit, désabonné, désabonne moi, résilier,
    plus de sms, plus de message, plus de messages, annuler, ne plus recevoir, ne plus me contacter,
    opposition, arrêtez tout, arrêt total, supprimer, retirez moi, pas de sms, pas de pub, stop pub,
    arrêtez ça, arrêtez maintenant, ça suffit les sms
  `),
  withNumber: ['arrêt', 'arrêter', 'stop sms'],
  typoTolerant: ['désabonner', 'désabonnement', 'désinscription', 'désinscrire', 'arrêter', 'arrêtez'],
  optIn: ['nonarret', 'non arrêt', 'réabonner', 'recommencer', 'débuter'],
  help: list(`
    aide, aidez moi, à l aide, qui est ce, c est qui, qui êtes vous, qui es tu, t es qui, vous êtes
    qui, infos, besoin d aide, j ai besoin d aide, assistance, qui est là
  `),
  polite: list(`
    s il vous plaît, s il te plaît, svp, stp, merci, merci beaucoup, merci d avance, bonjour, bonsoir,
    salut, cordialement, monsieur, madame, maintenant, de grâce, veuillez, je vous prie, merci de
  `),
  yes: ['oui', 'ouais', 'd accord', 'oui svp'],
  no: ['non'],
  phrases: {
    reminder: ['oubli*', 'hésit*'],
    cease: list(`
      arrête, arrêtez, arrêter, arrêtes, arrêté, cessez, cesser, cesse, stop, stoppez, stopper,
      finissez, marre, assez, suspendre, suspendez, résili*, mettez fin, mettre fin
    `),
    contact: list(`
      envoy*, envoi*, menvoyer, ecri*, mecrire, contact*, appel*, texto*, harcel*, spam*, derang*,
      embet*, sollicit*, texter, importun*, emmerd*, adress*
    `),
    contactOrder: list(`
      envoyez, envoie, envoies, envoyer, écrivez, écris, écrire, contactez, contacte, contacter,
      appelez, appelle, textez, dérangez, déranger, menvoyez, mecrivez, harcelez, sollicitez
    `),
    messages: list(`
      message, messages, msg, sms, texto, textos, pub, pubs, publicité, publicités, notifications,
      promotions, promos, offres, spam, spams, mails, courriels, alertes, infos, textes, marketing,
      sollicitations
    `),
    self: ['m', 'me', 'moi', 'nous'],
    not: ['ne', 'n', 'pas', 'aucun', 'aucune', 'jamais', 'sans'],
    noMore: ['plus', 'jamais', 'aucun', 'aucune'],
    want: list(`
      veux, voudrais, souhaite, souhaitons, désire, voulons, aimerais, voulais, intéresse, intéressé,
      consens, autorise, demande, veut
    `),
    receive: list(`
      recevoir, reçoive, contacté, contactée, contactés, être contacté, sollicité, dérangé
    `),
    remove: list(`
      retir*, enlev*, supprim*, efface*, ray*, sort*, raye, ôtez, otez, desinscri*
    `),
    numberOrList: list(`
      envois, envoi, diffusion, mailing, répertoire, listing,
      numéro, liste, listes, nom, coordonnées, contact, téléphone, données, portable, fichier,
      fichiers, base
    `),
    unsubscribe: ['désabonn*', 'désinscri*', 'desincri*', 'desabon*'],
    otherObject: list(`
      bus, maladie, rendez, rdv, commande, réservation, livraison, colis, médicament, travail, vol,
      voiture, tram, métro, train
    `),
    optOutPhrases: list(`
      mauvais num, mauvais no, plus son téléphone, pas le bon numéro, c est pas le numéro de, n est pas le numéro de, pas la bonne personne, numéro incorrect, erreur de destinataire, c est plus son numéro, n est plus son numéro, c est plus le numéro, n est plus le numéro, retire mon consentement, révoque mon consentement, passez votre chemin, fiche moi la paix, lâche moi, lâchez nous,
      mauvais numéro, faux numéro, erreur de numéro, trompé de numéro, trompez de numéro, trompe de
      numéro, trompés de numéro, mauvaise personne, laissez moi tranquille, laisse moi tranquille,
      foutez moi la paix, fichez moi la paix, fous moi la paix, lâchez moi, plus de sms, plus aucun
      message, ne plus me contacter, oubliez mon numéro, aucun sms
    `),
    holdPhrases: list(`
      pas intéressé, pas intéressée, ça ne m intéresse pas, ça m intéresse pas, non merci, ça suffit,
      assez, stop ça, y en a marre, j en ai marre, trop de messages, trop de sms, je veux annuler,
      supprimer mon compte, pas intéressant, suffit
    `),
  },
};
