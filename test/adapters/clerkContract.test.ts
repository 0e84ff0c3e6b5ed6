import { existsSync, readFileSync } from 'node:fs'
import { createClerkClient } from '@clerk/backend'
import { Ajv } from 'ajv'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { clerkAdapter } from '../../src/adapters/clerk.ts'
import { type ClerkDouble, startClerkDouble } from '../support/clerkDouble.ts'

const document = new URL('../../../shared/reference/clerk-bapi-2026-05-12.yml', import.meta.url)
const there = existsSync(document)
const api = there ? parse(readFileSync(document, 'utf8')) : undefined
const secretKey = 'sk_test_contract'
const ada = 'user_ada'

let double: ClerkDouble
beforeAll(async () => {
  const users = [
    { id: ada, firstName: 'Ada', emailAddress: 'ada@people.test', imageUrl: 'https://img.clerk.com/ada.png' },
    { id: 'user_plain' },
    { id: 'user_leaver' },
  ]
  double = await startClerkDouble({ secretKey, users })
})
beforeEach(() => {
  double.calls.length = 0
})
afterAll(() => double.close())

/** OpenAPI 3.0 says `nullable`; JSON Schema has `null` for it. */
function toJsonSchema(value: any): any {
  if (Array.isArray(value)) return value.map(toJsonSchema)
  if (typeof value !== 'object' || value === null) return value
  const { nullable, discriminator: _, ...rest } = value
  const schema = Object.fromEntries(Object.entries(rest).map(([key, inner]) => [key, toJsonSchema(inner)]))
  return nullable === true ? { anyOf: [schema, { type: 'null' }] } : schema
}

/** What Clerk's document points to. */
function follow(node: any): any {
  const path: string[] | undefined = node.$ref?.slice(2).split('/')
  return path ? follow(path.reduce((at, name) => at[name], api)) : node
}

function offences(path: string, method: string, status: number, body: unknown): unknown[] {
  const response = api.paths[path][method].responses[status]
  if (!response) return [`${method} ${path} is not documented to answer ${status}`]
  const { schema } = follow(response).content['application/json']
  const validate = new Ajv({ strict: false, validateFormats: false, allErrors: true }).compile({
    ...toJsonSchema(schema),
    components: toJsonSchema(api.components),
  })
  return validate(body) ? [] : validate.errors!
}

describe.skipIf(!there)(
  `Clerk’s Backend API as it is documented${there ? '' : ' (skipped: its OpenAPI document is not beside this project)'}`,
  () => {
    it.each([
      ['a removal', 'DELETE', `/v1/users/${ada}/profile_image`, '/users/{user_id}/profile_image', 200],
      ['nothing to remove', 'DELETE', '/v1/users/user_plain/profile_image', '/users/{user_id}/profile_image', 404],
      [
        'nobody to remove it from',
        'DELETE',
        '/v1/users/user_nobody/profile_image',
        '/users/{user_id}/profile_image',
        404,
      ],
      ['a user', 'GET', `/v1/users/${ada}`, '/users/{user_id}', 200],
      ['no such user', 'GET', '/v1/users/user_nobody', '/users/{user_id}', 404],
      ['users', 'GET', '/v1/users?limit=2&offset=1', '/users', 200],
      ['how many users', 'GET', '/v1/users/count?query=ada', '/users/count', 200],
      ['a deleted account', 'DELETE', '/v1/users/user_leaver', '/users/{user_id}', 200],
    ])('the double answers so: %s', async (_, method, path, documented, status) => {
      const response = await fetch(double.url + path, { method, headers: { authorization: `Bearer ${secretKey}` } })
      expect(response.status).toBe(status)
      expect(offences(documented, method.toLowerCase(), status, await response.json())).toEqual([])
    })

    it('the double refuses a wrong key so', async () => {
      const response = await fetch(`${double.url}/v1/users/${ada}`, {
        headers: { authorization: 'Bearer sk_test_wrong' },
      })
      expect(response.status).toBe(401)
      expect(offences('/users/{user_id}', 'get', 401, await response.json())).toEqual([])
    })

    it.each([
      ['a user with nothing but an id', 200, { id: ada }],
      ['an error without a code', 404, { errors: [{ message: 'not found' }] }],
      ['a status that it does not have', 418, {}],
    ])('another answer would be found: %s', (_, status, body) => {
      expect(offences('/users/{user_id}', 'get', status, body)).not.toEqual([])
    })

    it('the adapter asks through the SDK for what is documented, with documented parameters', async () => {
      const adapter = clerkAdapter(createClerkClient({ secretKey, apiUrl: double.url, telemetry: { disabled: true } }))
      await adapter.getUserList!({ query: 'ada', limit: 5, offset: 1 })
      await adapter.getUser!(ada)
      await adapter.deleteUserProfileImage('user_plain')
      const asked = double.calls.map(({ method, path }) => {
        const url = new URL(path, double.url)
        const operations = Object.entries<any>(api.paths).filter(([pattern]) =>
          new RegExp(`^/v1${pattern.replace(/\{[^}]+\}/g, '[^/]+')}$`).test(url.pathname),
        )
        // `/users/count` fits `/users/{user_id}` too: the literal one is meant.
        const [pattern, methods] =
          operations.sort(([a], [b]) => Number(a.includes('{')) - Number(b.includes('{')))[0] ?? []
        const operation = methods?.[method.toLowerCase()]
        const known = new Set(operation?.parameters.map((parameter: unknown) => follow(parameter).name))
        return {
          operation: operation?.operationId ?? `${method} ${pattern}`,
          unknown: [...url.searchParams.keys()].filter((name) => !known.has(name)),
        }
      })
      expect(asked.map(({ operation }) => String(operation)).toSorted()).toEqual([
        'DeleteUserProfileImage',
        'GetUser',
        'GetUser',
        'GetUserList',
        'GetUsersCount',
      ])
      expect(asked.filter(({ unknown }) => unknown.length > 0)).toEqual([])
    })
  },
)
