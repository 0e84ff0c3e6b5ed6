import type { ActivityMessages } from '../../core/messages.ts'

const number = new Intl.NumberFormat('fr')
const plural = new Intl.PluralRules('fr')

function characters(count: number): string {
  const noun = { one: 'caractère', many: 'de caractères', other: 'caractères' }[
    plural.select(count) as 'one' | 'many' | 'other'
  ]
  return `${number.format(count)}\u00a0${noun}`
}

/** Words of `avatarkit/activity`. In a module of its own: what a dialog loads later brings its words with it. */
export const frActivity: ActivityMessages = {
  reasons: {
    nudity: 'Nudité ou contenu à caractère sexuel',
    violence: 'Violence ou contenu choquant',
    hate: 'Haine ou harcèlement',
    impersonation: 'Usurpation d’identité',
    spam: 'Spam ou publicité',
    copyright: 'Droit d’auteur',
    other: 'Autre motif',
  },
  reason: 'Motif',
  noReason: 'Aucun motif',
  chooseReason: 'Choisir un motif',
  reasonMissing: 'Choisissez un motif.',
  note: 'Note',
  optional: (label) => `${label} (facultatif)`,
  noteHint: 'À usage interne. L’utilisateur ne la voit pas.',
  noteMissing: 'Rédigez une note.',
  noteMissingFor: (reason) => `Le motif «\u00a0${reason}\u00a0» exige une note explicative.`,
  noteCount: ({ used, max }) => `${number.format(used)} sur ${characters(max)}`,
  noteTooLong: ({ over, max }) => `Une note compte au plus ${characters(max)}. Supprimez-en ${number.format(over)}.`,
  tellUser: ({ users }) =>
    ({
      one: 'Informer l’utilisateur',
      many: `Informer les ${number.format(users)}\u00a0d’utilisateurs`,
      other: `Informer les ${number.format(users)}\u00a0utilisateurs`,
    })[plural.select(users) as 'one' | 'many' | 'other'],
  preview: (name) => `Message destiné à ${name}`,
  previewExample: (name) => `Exemple\u00a0: message destiné à ${name}`,
  previewLoading: 'Chargement de l’aperçu…',
  previewFailed: 'L’aperçu n’a pas pu être chargé. Votre choix reste valable.',
  activity: 'Activité',
  did: {
    removed: (by) => `Photo supprimée par ${by}`,
    set: (by) => `Photo définie par ${by}`,
    restored: (by) => `Photo restaurée par ${by}`,
  },
  today: 'Aujourd’hui',
  yesterday: 'Hier',
  told: 'Utilisateur informé',
  activityLoading: 'Chargement de l’activité…',
  activityNotLoaded: 'L’activité n’a pas pu être chargée',
  noActivity: 'Aucune activité pour le moment.',
  noActivityOfUser: 'Aucune activité concernant la photo de cet utilisateur pour le moment.',
  showMore: 'Afficher plus',
  loadingMore: 'Chargement de la suite…',
  shown: ({ shown, total }) => `Affichage\u00a0: ${number.format(shown)} sur ${number.format(total)}`,
  showPicture: (name) => `Afficher la photo supprimée\u00a0: ${name}`,
  hidePicture: (name) => `Masquer la photo supprimée\u00a0: ${name}`,
  show: 'Afficher',
  hide: 'Masquer',
  pictureGone: 'Non conservée',
  removedImages: 'Photos supprimées récemment',
  keptNotice:
    'Les photos supprimées sont des données personnelles. Elles ne sont conservées que pour pouvoir réparer une erreur, chacune jusqu’à la date indiquée, puis sont définitivement effacées.',
  keptUntil: (date) => `Conservée jusqu’au ${date}`,
  left: ({ value, unit }) =>
    `Temps restant\u00a0: ${new Intl.NumberFormat('fr', { style: 'unit', unit, unitDisplay: 'long' }).format(value)}`,
  noRemovedImages: 'Aucune photo supprimée n’est conservée pour le moment.',
  removedImagesLoading: 'Chargement des photos supprimées…',
  removedImagesNotLoaded: 'Les photos supprimées n’ont pas pu être chargées',
  restore: 'Restaurer la photo',
  restoring: 'Restauration de la photo…',
  restoreWaiting: 'Hors connexion\u00a0: la photo sera restaurée dès que la connexion sera rétablie.',
  restored: (name) => `Photo de profil restaurée\u00a0: ${name}`,
  imageRestored: 'Photo restaurée',
  removeAgain: 'Supprimer à nouveau',
  notRestored: 'La photo n’a pas pu être restaurée',
  restoreErrors: {
    forbidden: () =>
      'Vous n’avez pas l’autorisation de restaurer cette photo. Demandez cette autorisation à un administrateur.',
    'user-not-found': () =>
      'La photo n’est plus conservée, ou son utilisateur n’existe plus. La liste est en cours d’actualisation.',
    'time-out': () =>
      'Le serveur a mis trop de temps à répondre. Actualisez la page pour voir si la photo est restaurée, puis réessayez si ce n’est pas le cas.',
    'unknown-outcome': () =>
      'On ne sait pas si la photo a été restaurée. Actualisez la page pour le vérifier, puis réessayez si ce n’est pas le cas.',
    undone: () => 'La photo n’a pas été restaurée.',
    aborted: () => 'La photo n’a pas été restaurée.',
  },
  readErrors: {
    forbidden: () =>
      'Vous n’avez pas l’autorisation de voir ce contenu. Demandez cette autorisation à un administrateur.',
    'user-not-found': () => 'Cet utilisateur n’existe plus.',
    'time-out': () => 'Le serveur a mis trop de temps à répondre. Réessayez.',
    unavailable: () => 'Le serveur n’est pas disponible pour le moment. Réessayez dans quelques instants.',
  },
}
