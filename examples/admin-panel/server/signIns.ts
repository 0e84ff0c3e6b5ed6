/** The two people who may sign in to the demo. Their passwords are no secret: they are shown on the sign-in screen. */
export const signIns = [
  { id: 'usr_admin', role: 'admin', name: 'Robin Hale', email: 'admin@panel.test', password: 'remove-with-care' },
  { id: 'usr_support', role: 'support', name: 'Sam Rivera', email: 'support@panel.test', password: 'look-and-help' },
] as const
