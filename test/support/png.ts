/** A PNG of one pixel. */
export const png = new Blob(
  [
    Uint8Array.from(
      atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGP4z8DwHwAFAAH/iZk9HQAAAABJRU5ErkJggg=='),
      (sign) => sign.charCodeAt(0),
    ),
  ],
  { type: 'image/png' },
)
