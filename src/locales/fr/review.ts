import type { ReviewMessages } from '../../core/messages.ts'

const number = new Intl.NumberFormat('fr')
const plural = new Intl.PluralRules('fr')
const day = new Intl.DateTimeFormat('fr', { dateStyle: 'medium' })

/** `many` is for whole millions: “1 000 000 de photos”. */
type Forms = { one: string; many: string; other: string }
const either = (count: number, forms: Forms) => forms[plural.select(count) as keyof Forms]
const counted = (count: number, forms: Forms) => `${number.format(count)}\u00a0${either(count, forms)}`

/** Words of `avatarkit/review`. */
export const frReview: ReviewMessages = {
  label: 'Examen des photos',
  grid: 'Photos à examiner',
  left: ({ count }) => counted(count, { one: 'restante', many: 'restantes', other: 'restantes' }),
  done: ({ count }) => counted(count, { one: 'traitée', many: 'traitées', other: 'traitées' }),
  waiting: ({ count }) =>
    either(count, {
      one: `Hors connexion\u00a0: ${number.format(count)}\u00a0suppression en attente`,
      many: `Hors connexion\u00a0: ${number.format(count)}\u00a0de suppressions en attente`,
      other: `Hors connexion\u00a0: ${number.format(count)}\u00a0suppressions en attente`,
    }),
  keep: 'Conserver',
  remove: 'Supprimer',
  skip: 'Passer',
  undo: 'Annuler',
  undoOne: (name) => `Annuler pour ${name}`,
  kept: 'Conservée',
  removed: 'Supprimée',
  removedFor: (reason) => `Supprimée\u00a0: ${reason}`,
  removedForGood: 'Supprimée, trop tard pour annuler',
  skipped: 'Laissée de côté',
  saidKept: (name) => `Photo conservée\u00a0: ${name}`,
  saidRemoved: (name) => `Photo supprimée\u00a0: ${name}`,
  saidSkipped: (name) => `Photo laissée de côté\u00a0: ${name}`,
  saidUndone: (name) => `Décision annulée\u00a0: ${name}`,
  saidFinal: (name) => `${name}\u00a0: la suppression a déjà été envoyée et ne peut plus être annulée.`,
  saidFailed: (name) =>
    `${name}\u00a0: la photo n’a pas pu être supprimée. Elle fait de nouveau partie des photos à examiner.`,
  saidNotRestored: (name) => `${name}\u00a0: la photo n’a pas pu être restaurée.`,
  toolbar: 'Annulation et affichage',
  reveal: 'Afficher',
  revealAll: 'Tout afficher',
  enlarge: 'Agrandir',
  blur: 'Flou',
  blurs: { none: 'Aucun', light: 'Léger', medium: 'Moyen', strong: 'Fort' },
  grey: 'Niveaux de gris',
  broken: 'La photo n’a pas pu être chargée',
  reason: 'Motif',
  legend: 'Touches',
  commands: { keep: 'conserver', remove: 'supprimer', skip: 'passer', undo: 'annuler', reveal: 'afficher ou masquer' },
  keyReason: 'motif, 0 pour aucun',
  keyHold: 'maintenir pour afficher',
  keyEnlarge: 'agrandir',
  keyMove: 'se déplacer',
  keyNames: { ' ': 'Espace', Enter: 'Entrée', Delete: 'Suppr', Arrows: '← ↑ ↓ →' },
  singleKeys: 'Décider d’une seule touche',
  context: 'À propos de cette personne',
  email: 'Adresse e-mail',
  username: 'Nom d’utilisateur',
  status: 'État',
  active: 'Actif',
  banned: 'Banni',
  joined: 'Inscription',
  lastActive: 'Dernière activité',
  previousPictures: 'Photos précédentes',
  event: ({ type, at, reason }) => {
    const date = day.format(at)
    const what = { removed: `Supprimée le ${date}`, set: `Définie le ${date}`, restored: `Restaurée le ${date}` }[type]
    return reason ? `${what} (${reason})` : what
  },
  pages: 'Pages',
  previousPage: 'Page précédente',
  nextPage: 'Page suivante',
  goToUndecided: ({ count }) =>
    either(count, {
      one: 'Aller à la photo non traitée',
      many: `Aller aux ${number.format(count)}\u00a0de photos non traitées`,
      other: `Aller aux ${number.format(count)}\u00a0photos non traitées`,
    }),
  loading: 'Chargement des photos…',
  offline: 'Pas de connexion. Les photos seront chargées dès qu’elle sera rétablie.',
  loadFailed: 'Les photos n’ont pas pu être chargées.',
  loadErrors: {
    unauthenticated: 'Votre session a expiré. Reconnectez-vous, puis réessayez.',
    forbidden: 'Vous n’avez pas l’autorisation de les voir. Demandez cette autorisation à un administrateur.',
    'rate-limited': 'Trop de requêtes. Patientez un instant, puis réessayez.',
    unavailable: 'Le fournisseur d’identité n’est pas disponible pour le moment. Réessayez dans quelques instants.',
    'time-out': 'Le serveur a mis trop de temps à répondre. Réessayez.',
    misconfigured:
      'Le serveur n’est pas correctement configuré pour cette opération. Prévenez l’équipe qui gère cette interface.',
  },
  allDone: 'Tout est traité',
  allDoneText: ({ count }) =>
    either(count, {
      one: `${number.format(count)}\u00a0photo a été examinée.`,
      many: `${number.format(count)}\u00a0de photos ont été examinées.`,
      other: `${number.format(count)}\u00a0photos ont été examinées.`,
    }),
  nothing: 'Rien à examiner',
  nothingText: 'Aucune photo ne vous attend pour le moment.',
  revisitSkipped: ({ count }) =>
    count === 1 ? 'Revoir la photo laissée de côté' : `Revoir les ${number.format(count)}\u00a0laissées de côté`,
  lookAgain: 'Rechercher de nouvelles photos',
}
