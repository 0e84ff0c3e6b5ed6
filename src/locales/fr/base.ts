import type { BaseLocale } from '../../core/messages.ts'

const seconds = new Intl.NumberFormat('fr', { style: 'unit', unit: 'second', unitDisplay: 'long' })

/** French, as every panel needs it: each entry brings its own part with it. Names stand where nothing is elided before them. */
export const frBase: BaseLocale = {
  code: 'fr',
  direction: 'ltr',
  messages: {
    removeImage: 'Supprimer la photo',
    cancel: 'Annuler',
    close: 'Fermer',
    tryAgain: 'Réessayer',
    dismiss: 'Ignorer',
    dialogTitle: 'Supprimer la photo de profil\u202f?',
    dialogDescription: (name) =>
      `La photo de profil du compte «\u00a0${name}\u00a0» sera supprimée et remplacée par des initiales.`,
    imageMayReturn:
      'Si la photo provient d’un autre compte de cette personne, comme Google, elle peut réapparaître à sa prochaine connexion.',
    removing: 'Suppression de la photo…',
    uploading: 'Enregistrement de la nouvelle photo…',
    verifying: 'Vérification de la suppression…',
    waiting: 'Hors connexion\u00a0: la photo sera supprimée dès que la connexion sera rétablie.',
    removed: 'Photo de profil supprimée',
    heldHere: 'La photo sera supprimée dans un instant.',
    held: (name) => `${name}\u00a0: la photo de profil va être supprimée`,
    undo: 'Annuler',
    undoHint: 'Appuyez sur F8 pour accéder aux notifications et annuler la suppression.',
    undone: 'La suppression a été annulée',
    notice: 'Notification',
    noticesLabel: 'Notifications ({hotkey})',
    notRemoved: 'La photo n’a pas pu être supprimée',
    noImage: 'Aucune photo de profil',
    loading: 'Chargement de l’utilisateur…',
    notFound: 'Cet utilisateur n’existe plus.',
    imageOf: (name) => `Photo de profil\u00a0: ${name}`,
    sentence: (title) => `${title}. `,
    errors: {
      unauthenticated: () => 'Votre session a expiré. Reconnectez-vous, puis réessayez.',
      forbidden: () =>
        'Vous n’avez pas l’autorisation de supprimer cette photo. Demandez cette autorisation à un administrateur.',
      'user-not-found': ({ name }) =>
        `Le compte «\u00a0${name}\u00a0» n’existe plus. Les listes sont en cours d’actualisation.`,
      'rate-limited': (details) =>
        details.seconds === undefined
          ? 'Trop de requêtes. Patientez un instant, puis réessayez.'
          : `Trop de requêtes. Réessayez dans ${seconds.format(details.seconds)}.`,
      'invalid-user-id': () => 'Cet identifiant d’utilisateur n’est pas valide. Vérifiez le lien ou la configuration.',
      'invalid-image': () => 'Ce fichier n’est pas une image utilisable. Choisissez un fichier PNG, JPEG ou WebP.',
      'too-large': () => 'Cette image est trop grande. Choisissez-en une plus petite.',
      unavailable: () =>
        'Le fournisseur d’identité n’est pas disponible pour le moment. Réessayez dans quelques instants.',
      'time-out': () => 'Le serveur a mis trop de temps à répondre. La photo est toujours là\u202f; réessayez.',
      'unknown-outcome': () =>
        'On ne sait pas si la photo a été supprimée. Actualisez la page pour le vérifier, puis réessayez si elle est toujours là.',
      superseded: () => 'Une modification plus récente a remplacé celle-ci.',
      undone: () => 'La suppression a été annulée.',
      misconfigured: () =>
        'Le serveur n’est pas correctement configuré pour cette opération. Prévenez l’équipe qui gère cette interface.',
      aborted: () => 'La suppression a été interrompue avant son envoi.',
      unexpected: () =>
        'Une erreur inattendue s’est produite. Réessayez\u202f; si elle se reproduit, prévenez l’équipe qui gère cette interface.',
    },
  },
}
