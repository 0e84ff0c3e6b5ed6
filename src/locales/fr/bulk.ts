import type { BulkMessages } from '../../core/messages.ts'

const number = new Intl.NumberFormat('fr')
const plural = new Intl.PluralRules('fr')
const seconds = new Intl.NumberFormat('fr', { style: 'unit', unit: 'second', unitDisplay: 'long' })
const listed = new Intl.ListFormat('fr', { type: 'unit' })

/** `many` is for whole millions: “1 000 000 de photos”. */
type Forms = { one: string; many: string; other: string }
const either = (count: number, forms: Forms) => forms[plural.select(count) as keyof Forms]
const counted = (count: number, forms: Forms) => `${number.format(count)}\u00a0${either(count, forms)}`
const photos = (count: number) => counted(count, { one: 'photo', many: 'de photos', other: 'photos' })
const removed = (count: number) =>
  counted(count, { one: 'photo supprimée', many: 'de photos supprimées', other: 'photos supprimées' })
const failures = (count: number) => counted(count, { one: 'échec', many: 'd’échecs', other: 'échecs' })
const unsent = (count: number) => counted(count, { one: 'non envoyée', many: 'non envoyées', other: 'non envoyées' })
const selectedUsers = (count: number) =>
  counted(count, {
    one: 'utilisateur sélectionné',
    many: 'd’utilisateurs sélectionnés',
    other: 'utilisateurs sélectionnés',
  })
const untouched = 'Les autres utilisateurs ne sont pas concernés.'

/** Words of `avatarkit/bulk`. */
export const frBulk: BulkMessages = {
  removeImages: 'Supprimer les photos',
  removeCount: (count) => `Supprimer ${photos(count)}`,
  dialogTitle: (count) =>
    `Supprimer ${counted(count, { one: 'photo de profil', many: 'de photos de profil', other: 'photos de profil' })}\u202f?`,
  dialogDescription: (count) =>
    either(count, {
      one: `La photo de profil d’un utilisateur sera supprimée et remplacée par des initiales. ${untouched}`,
      many: `Les photos de profil de ${number.format(count)}\u00a0d’utilisateurs seront supprimées et remplacées par des initiales. ${untouched}`,
      other: `Les photos de profil de ${number.format(count)}\u00a0utilisateurs seront supprimées et remplacées par des initiales. ${untouched}`,
    }),
  withoutImage: (count) =>
    either(count, {
      one: `${selectedUsers(count)} n’a pas de photo et sera ignoré.`,
      many: `${selectedUsers(count)} n’ont pas de photo et seront ignorés.`,
      other: `${selectedUsers(count)} n’ont pas de photo et seront ignorés.`,
    }),
  notAllowed: (count) =>
    either(count, {
      one: `${selectedUsers(count)} sera ignoré, car vous n’avez pas l’autorisation de le modifier.`,
      many: `${selectedUsers(count)} seront ignorés, car vous n’avez pas l’autorisation de les modifier.`,
      other: `${selectedUsers(count)} seront ignorés, car vous n’avez pas l’autorisation de les modifier.`,
    }),
  imagesMayReturn:
    'Les photos provenant d’un autre compte de ces personnes, comme Google, peuvent réapparaître à leur prochaine connexion.',
  faces: 'Utilisateurs dont la photo sera supprimée',
  more: (count) => `+${number.format(count)}`,
  moreSpoken: (count) => `et ${counted(count, { one: 'autre', many: 'd’autres', other: 'autres' })}`,
  running: (total) => `Suppression de ${photos(total)}`,
  progress: 'Avancement de la suppression',
  ended: ({ done, failed, notSent }) =>
    listed.format([
      removed(done),
      ...(failed > 0 ? [failures(failed)] : []),
      ...(notSent > 0 ? [unsent(notSent)] : []),
    ]),
  soFar: ({ done, failed, total }) =>
    listed.format([`${removed(done)} sur ${number.format(total)}`, ...(failed > 0 ? [failures(failed)] : [])]),
  done: (count) => counted(count, { one: 'supprimée', many: 'supprimées', other: 'supprimées' }),
  failed: failures,
  waiting: (count) => `${number.format(count)}\u00a0en attente`,
  notSent: unsent,
  paused: (left) => `Le serveur demande de patienter. Reprise dans ${seconds.format(left)}.`,
  offline: 'En attente de connexion.',
  stopping: 'Arrêt en cours. Les suppressions déjà envoyées iront à leur terme.',
  elsewhere: 'Cette suppression est en cours dans un autre onglet.',
  interrupted: ({ left, total }) =>
    `Suppression interrompue\u00a0: il reste ${photos(left)} à supprimer sur ${number.format(total)}`,
  interruptedHint: 'La page a été rechargée. Si vous reprenez, rien ne sera supprimé deux fois.',
  stop: 'Arrêter',
  goOn: 'Reprendre',
  giveUp: 'Abandonner',
  retryFailed: (count) => `Réessayer (${failures(count)})`,
  sendRest: (count) =>
    count === 1 ? 'Supprimer la photo restante' : `Supprimer les ${number.format(count)}\u00a0restantes`,
  tryAgainFor: (name) => `Réessayer\u00a0: ${name}`,
  downloadReport: 'Télécharger le rapport',
  downloadJson: 'Télécharger en JSON',
  dismiss: 'Fermer',
  failures: 'Suppressions en échec',
  showMore: (count) => `Afficher ${number.format(count)} de plus`,
  runs: 'Suppressions de photos',
  minimise: 'Afficher moins',
  restore: 'Afficher plus',
  reportFile: 'photos-supprimees',
  reportColumns: {
    id: 'identifiant',
    name: 'nom',
    email: 'adresse e-mail',
    outcome: 'résultat',
    error: 'erreur',
    time: 'date et heure',
  },
  outcomes: { done: 'supprimée', failed: 'échec', 'not-sent': 'non envoyée', waiting: 'en attente' },
}
