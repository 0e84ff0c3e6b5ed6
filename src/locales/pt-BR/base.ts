import type { BaseLocale } from '../../core/messages.ts'

const seconds = new Intl.NumberFormat('pt-BR', { style: 'unit', unit: 'second', unitDisplay: 'long' })

/** Brazilian Portuguese, as every panel needs it: each entry brings its own part with it. */
export const ptBRBase: BaseLocale = {
  code: 'pt-BR',
  direction: 'ltr',
  messages: {
    removeImage: 'Remover foto',
    cancel: 'Cancelar',
    close: 'Fechar',
    tryAgain: 'Tentar novamente',
    dismiss: 'Dispensar',
    dialogTitle: 'Remover a foto de perfil?',
    dialogDescription: (name) => `A foto de perfil de ${name} será removida e substituída por iniciais.`,
    imageMayReturn:
      'Se a foto vier de outra conta dessa pessoa, como a do Google, ela poderá reaparecer no próximo login.',
    removing: 'Removendo a foto…',
    uploading: 'Salvando a nova foto…',
    verifying: 'Verificando se a foto foi removida…',
    waiting: 'Sem conexão: a foto será removida quando a conexão voltar.',
    removed: 'Foto de perfil removida',
    heldHere: 'A foto será removida em instantes.',
    held: (name) => `A foto de perfil de ${name} será removida`,
    undo: 'Desfazer',
    undoHint: 'Pressione F8 para ir até as notificações e desfazer a remoção.',
    undone: 'A remoção foi desfeita',
    notice: 'Notificação',
    noticesLabel: 'Notificações ({hotkey})',
    notRemoved: 'Não foi possível remover a foto',
    noImage: 'Sem foto de perfil',
    loading: 'Carregando o usuário…',
    notFound: 'Este usuário não existe mais.',
    imageOf: (name) => `Foto de perfil de ${name}`,
    sentence: (title) => `${title}. `,
    errors: {
      unauthenticated: () => 'Sua sessão expirou. Faça login e tente novamente.',
      forbidden: () => 'Você não tem permissão para remover esta foto. Solicite a permissão a um administrador.',
      'user-not-found': ({ name }) => `A conta “${name}” não existe mais. As listas estão sendo atualizadas.`,
      'rate-limited': (details) =>
        details.seconds === undefined
          ? 'Muitas solicitações. Aguarde um momento e tente novamente.'
          : `Muitas solicitações. Tente novamente em ${seconds.format(details.seconds)}.`,
      'invalid-user-id': () => 'Este ID de usuário não é válido. Verifique o link ou a configuração.',
      'invalid-image': () => 'Este arquivo não é uma imagem que possa ser usada. Escolha um arquivo PNG, JPEG ou WebP.',
      'too-large': () => 'Esta imagem é grande demais. Escolha uma menor.',
      unavailable: () => 'O provedor de identidade não está disponível no momento. Tente novamente em breve.',
      'time-out': () => 'O servidor demorou demais para responder. A foto continua lá; tente novamente.',
      'unknown-outcome': () =>
        'Não se sabe se a foto foi removida. Recarregue a página para verificar e, se ela continuar lá, tente novamente.',
      superseded: () => 'Uma alteração posterior substituiu esta.',
      undone: () => 'A remoção foi desfeita.',
      misconfigured: () =>
        'O servidor não está configurado corretamente para esta operação. Avise a equipe responsável por este painel.',
      aborted: () => 'A remoção foi interrompida antes de ser enviada.',
      unexpected: () =>
        'Ocorreu um erro inesperado. Tente novamente; se ele se repetir, avise a equipe responsável por este painel.',
    },
  },
}
