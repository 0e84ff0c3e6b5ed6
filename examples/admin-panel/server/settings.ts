/** How a panel runs, read from the command line and the environment. */
export interface Settings {
  port: number
  /** Whether a person asked for this port; then another one will not do. */
  portIsAsked: boolean
  /** Where the database and the secret for sessions are kept. */
  dataDir: string
  /** Start again with the people of the seed. */
  reset: boolean
  /** Set where user data is Clerk's. */
  clerk?: { secretKey: string; apiUrl?: string }
}

/** A setting that cannot be followed. The message is for the person who starts the panel. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError'
}

/**
 * Reads `PORT`, `PANEL_DATA_DIR`, `CLERK_SECRET_KEY`, `CLERK_API_URL` and the flag `--reset`.
 *
 * @throws SettingsError where one of them makes no sense
 */
export function readSettings(
  env: Record<string, string | undefined>,
  flags: string[],
  defaultDataDir: string,
): Settings {
  const unknown = flags.find((flag) => flag !== '--reset')
  if (unknown !== undefined)
    throw new SettingsError(
      `The panel does not know ${unknown}. It knows one flag: --reset, which brings back the people and pictures of the first start.`,
    )
  return {
    ...readPort(env.PORT),
    dataDir: env.PANEL_DATA_DIR || defaultDataDir,
    reset: flags.includes('--reset'),
    clerk: readClerk(env),
  }
}

function readPort(value: string | undefined): Pick<Settings, 'port' | 'portIsAsked'> {
  if (value === undefined) return { port: 5180, portIsAsked: false }
  const port = Number(value)
  if (/^\d+$/.test(value) && port <= 65535) return { port, portIsAsked: true }
  throw new SettingsError(
    `PORT is "${value}", which is not a port. Give a number from 1 to 65535, 0 for any free one, or leave it out for 5180.`,
  )
}

// A key that is set but empty is a mistake in somebody's set-up, never a wish to run on other data.
function readClerk(env: Record<string, string | undefined>): Settings['clerk'] {
  if (env.CLERK_SECRET_KEY === undefined) {
    if (env.CLERK_API_URL === undefined) return undefined
    throw new SettingsError(
      'CLERK_API_URL is set, but CLERK_SECRET_KEY is not. Set both to run on Clerk, or neither to run on the demo’s own people.',
    )
  }
  const secretKey = env.CLERK_SECRET_KEY.trim()
  if (secretKey === '')
    throw new SettingsError(
      'CLERK_SECRET_KEY is set but empty. Give the secret key of your Clerk application (sk_test_… or sk_live_…), or unset it to run on the demo’s own people.',
    )
  return { secretKey, apiUrl: env.CLERK_API_URL || undefined }
}
