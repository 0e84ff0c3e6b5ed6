import type { UploadMessages } from '../../core/messages.ts'

const megabytes = (bytes: number) =>
  new Intl.NumberFormat('pt-BR', { style: 'unit', unit: 'megabyte', maximumFractionDigits: 1 }).format(bytes / 2 ** 20)

const rounded = new Intl.NumberFormat('pt-BR', { maximumSignificantDigits: 2 })
const plural = new Intl.PluralRules('pt-BR', { maximumSignificantDigits: 2 })

function megapixels(pixels: number): string {
  const millions = pixels / 1_000_000
  const unit = { one: 'megapixel', many: 'de megapixels', other: 'megapixels' }[
    plural.select(millions) as 'one' | 'many' | 'other'
  ]
  return `${rounded.format(millions)} ${unit}`
}

/** Words of `avatarkit/upload`. */
export const ptBRUpload: UploadMessages = {
  replaceImage: 'Substituir foto',
  addImage: 'Adicionar foto',
  dialogTitle: 'Definir foto de perfil',
  dialogDescription: (name) => `Escolha uma imagem para ${name} e a parte que será exibida.`,
  choose: 'Escolher uma imagem',
  chooseAnother: 'Escolher outra imagem',
  chooseHint: ({ bytes }) =>
    `Você também pode arrastá-la até aqui ou colá-la. PNG, JPEG, WebP, GIF ou AVIF, até ${megabytes(bytes)}.`,
  drop: 'Solte a imagem aqui',
  reading: 'Abrindo a imagem…',
  section: 'Parte exibida da imagem',
  sectionHint: 'As setas movem a imagem, + e − alteram o zoom, [ e ] a giram e 0 redefine tudo.',
  noEditor:
    'Não foi possível carregar o editor. Verifique sua conexão e tente novamente ou use o centro da imagem como está.',
  zoom: 'Zoom',
  zoomIn: 'Aumentar zoom',
  zoomOut: 'Diminuir zoom',
  times: (value) => new Intl.NumberFormat('pt-BR', { style: 'percent' }).format(value),
  rotation: 'Rotação',
  rotateLeft: 'Girar para a esquerda',
  rotateRight: 'Girar para a direita',
  degrees: (value) =>
    new Intl.NumberFormat('pt-BR', { style: 'unit', unit: 'degree', unitDisplay: 'narrow' }).format(value),
  position: 'Posição',
  moveLeft: 'Mover para a esquerda',
  moveRight: 'Mover para a direita',
  moveUp: 'Mover para cima',
  moveDown: 'Mover para baixo',
  reset: 'Redefinir',
  preview: 'Prévia',
  save: 'Definir foto',
  faults: {
    empty: () => 'Este arquivo está vazio. Escolha outro.',
    'not-a-picture': () => 'Este arquivo não é uma imagem. Escolha um arquivo PNG, JPEG, WebP, GIF ou AVIF.',
    svg: () => 'Arquivos SVG não podem ser usados, pois podem conter scripts. Escolha um arquivo PNG, JPEG ou WebP.',
    heic: () => 'Fotos HEIC não podem ser usadas. Exporte a foto como JPEG e escolha esse arquivo.',
    damaged: () => 'Não foi possível abrir esta imagem; ela pode estar danificada. Escolha outra.',
    'too-many-bytes': ({ bytes }) => `Este arquivo tem mais de ${megabytes(bytes)}. Escolha um menor.`,
    'too-many-pixels': ({ pixels }) => `Esta imagem tem mais de ${megapixels(pixels)}. Escolha uma menor.`,
    'not-encoded': () => 'Seu navegador não conseguiu criar a nova imagem. Tente novamente ou escolha outra imagem.',
  },
  replaced: 'Foto de perfil substituída',
  notReplaced: 'Não foi possível substituir a foto',
  waiting: 'Sem conexão: a nova foto será definida quando a conexão voltar.',
  queued: 'Aguardando o fim de uma alteração anterior.',
  cancelled: 'A nova foto não foi definida',
  adjust: 'Ajustar',
  errors: {
    forbidden: () => 'Você não tem permissão para substituir esta foto. Solicite a permissão a um administrador.',
    'invalid-image': () => 'O servidor não aceitou esta imagem. Escolha outra.',
    'time-out': () =>
      'O servidor demorou demais para responder. Recarregue a página para ver qual foto está definida e tente novamente.',
    'unknown-outcome': () =>
      'Não se sabe se a foto foi substituída. Recarregue a página para verificar e, se não tiver sido, tente novamente.',
    unavailable: () =>
      'O provedor de identidade não está disponível no momento. A foto anterior continua lá; tente novamente em breve.',
  },
}
