import { existsSync } from 'node:fs'
import { delimiter, resolve } from 'node:path'

/**
 * Finds a program by one of its names, in PATH and in further folders; undefined if none is there.
 *
 * @param {string[]} names in the order of preference within a folder; a full path is taken as it is
 * @param {string[]} [places] folders to search after PATH
 * @returns {string | undefined}
 */
export function findCommand(names, places = []) {
  return [...(process.env.PATH ?? '').split(delimiter).filter(Boolean), ...places]
    .flatMap((folder) => names.map((name) => resolve(folder, name)))
    .find((path) => existsSync(path))
}

/**
 * The program that an environment variable names; undefined if it is not set.
 *
 * @param {string} variable
 * @returns {string | undefined}
 */
export function namedCommand(variable) {
  const named = process.env[variable]
  if (!named || existsSync(named)) return named || undefined
  throw new Error(`${variable} names ${named}, which does not exist. Correct it or unset it.`)
}
