import { list, type LanguagePack } from '../language-pack.js';

export const PT: LanguagePack = {
  language: 'pt',
  source:
    'parar, cancelar, voltar, receber: https://developers.sinch.com/docs/conversation/consent-management. sair: https://link.estadao.com.br/noticias/geral,publicidade-via-sms-podera-ser-bloqueada,10000035375. ' +
    'pare, remover: https://sendpulse.com/br/blog/legislacao-para-sms-marketing. ajuda: https://docs.bird.com/applications/channels/channels/supported-channels/sms/concepts/opt-in-and-opt-out-compliance. The rest: proposed.',
  optOut: list(`
    parar, pare, parem, sair, cancelar, cancele, descadastrar, descadastre, descadastro, descadastrem,
    remover, remova, cancelar inscrição, cancelar assinatura, parar tudo, não perturbe, desinscrever,
    desinscreva, me tira, me remova, me descadastre, sai fora, sair da lista, pare já, parem já, pára
  `),
  withNumber: ['sair', 'parar', 'pare', 'descadastrar'],
  typoTolerant: ['descadastrar', 'cancelar', 'remover', 'descadastre'],
  optIn: ['voltar', 'receber', 'inscrever', 'começar', 'iniciar'],
  help: list(`
    ajuda, socorro, quem é, quem é você, quem fala, quem são vocês, quem está falando, informação,
    suporte, preciso de ajuda, me ajuda, de quem é esse número
  `),
  polite: list(`
    por favor, porfavor, pfv, pf, por gentileza, obrigado, obrigada, obg, oi, olá, bom dia, boa tarde,
    boa noite, já, agora, senhor, senhora, moço, moça, favor, valeu, vlw
  `),
  yes: ['sim', 'claro', 'sim por favor', 's'],
  no: ['não'],
  phrases: {
    reminder: ['esquec*', 'esqueç*', 'hesit*', 'não deixe de', 'não deixem de'],
    cease: list(`
      pare, parem, parar, para, deixe, deixem, deixar, chega, cesse, cessem, cancel*, suspend*, basta,
      encerr*, interromp*, stop
    `),
    contact: list(`
      mand*, envi*, escrev*, contat*, contact*, incomod*, ligar, ligando, ligam, ligações, perturb*,
      spam*, encher
    `),
    contactOrder: list(`
      mande, mandem, manda, mandar, envie, enviem, envia, enviar, escreva, escrevam, contate,
      contatem, ligue, liguem, incomode, incomodem, perturbe, perturbem, entre em contato, entrem em
      contato, contactem, contacte, contactar, contatar
    `),
    messages: list(`
      mensagem, mensagens, msg, msgs, sms, torpedo, torpedos, notificações, propaganda, propagandas,
      promoções, ofertas, spam, recebimento, avisos, anúncios, marketing, publicidade, zap
    `),
    self: ['me', 'mim', 'nos'],
    not: ['não', 'nunca', 'nem', 'n', 'ñ', 'nao', 'jamais'],
    noMore: ['novamente', 'volt*', 'mais', 'nunca'],
    want: list(`
      quero, queremos, desejo, desejamos, gostaria, queria, preciso, autorizo, aceito
    `),
    receive: ['receb*', 'contatado', 'contatada', 'ser contactado', 'incomodado'],
    remove: list(`
      tira, tire, tirem, tirar, remov*, retir*, exclu*, apag*, delet*, sair, descadastr*, elimin*
    `),
    numberOrList: list(`
      número, lista, listas, telefone, nome, contato, cadastro, dados, celular, base
    `),
    unsubscribe: ['descadastr*', 'desinscrev*', 'descredenciar', 'cancelar inscrição'],
    otherObject: list(`
      consulta, pedido, reserva, voo, entrega, encomenda, compra, academia, mercado, horário,
      agendamento, exame
    `),
    optOutPhrases: list(`
      número não é da, número não é do, número não é de, número não é mais, não é o número, não é mais o número, não é o telefone, não é dele esse número, revogo meu consentimento, retiro meu consentimento, me esqueçam, numero nao e dele, engano seu,
      número errado, pessoa errada, me deixa em paz, me deixe em paz, deixem me em paz, me deixem em
      paz, número enganado, foi engano, errou o número, não me perturbe, não me incomode, não mande
      mais, não envie mais, chega de mensagem
    `),
    holdPhrases: list(`
      não tenho interesse, sem interesse, não obrigado, não obrigada, chega, basta, já chega, não me
      interessa, não quero, não quero mais, muitas mensagens, quero cancelar, cancelar minha conta,
      que chato
    `),
  },
};
