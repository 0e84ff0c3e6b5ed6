import { describe, expect, test } from 'vitest'
import { auth0Adapter } from '../../src/adapters/auth0.ts'
import { betterAuthAdapter } from '../../src/adapters/better-auth.ts'
import { clerkAdapter } from '../../src/adapters/clerk.ts'
import { firebaseAdapter } from '../../src/adapters/firebase.ts'
import { restAdapter } from '../../src/adapters/rest.ts'
import { supabaseAdapter } from '../../src/adapters/supabase.ts'
import type { UserImageAdapter } from '../../src/core/adapter.ts'
import type { TenantOf } from '../../src/core/toUser.ts'

// Each provider keeps a tenant where it keeps things of the application's own.
const never = () => Promise.reject(new Error('not asked for'))
const uuid = '00000000-0000-4000-8000-000000000001'
const adapters: Record<
  string,
  { id: string; make: (tenantOf?: TenantOf) => UserImageAdapter; tenantOf: TenantOf; itself?: string }
> = {
  clerk: {
    id: 'user_1',
    make: (tenantOf) =>
      clerkAdapter(
        {
          users: {
            deleteUserProfileImage: never,
            getUserList: never,
            getUser: async (id) => ({ id, publicMetadata: { tenant: 'alpha' } }),
          },
        },
        { tenantOf },
      ),
    tenantOf: (user) => user.publicMetadata.tenant,
  },
  'better-auth': {
    id: 'a1',
    make: (tenantOf) =>
      betterAuthAdapter(
        {
          api: {
            adminUpdateUser: never,
            listUsers: never,
            getUser: async ({ query }) => ({ id: query.id, tenant: 'alpha' }),
          },
        },
        { tenantOf },
      ),
    tenantOf: (user) => user.tenant,
  },
  supabase: {
    id: uuid,
    make: (tenantOf) =>
      supabaseAdapter(
        {
          auth: {
            admin: {
              updateUserById: never,
              listUsers: never,
              getUserById: async (id) => ({ data: { user: { id, app_metadata: { tenant: 'alpha' } } }, error: null }),
            },
          },
          storage: { getBucket: never, from: () => ({ list: never, remove: never }) },
        },
        { tenantOf },
      ),
    tenantOf: (user) => user.app_metadata.tenant,
  },
  auth0: {
    id: 'auth0|1',
    make: (tenantOf) =>
      auth0Adapter(
        {
          users: {
            update: never,
            list: never,
            get: async (id) => ({ user_id: id, app_metadata: { tenant: 'alpha' } }),
          },
        },
        { tenantOf },
      ),
    tenantOf: (user) => user.app_metadata.tenant,
  },
  firebase: {
    id: '1',
    make: (tenantOf) =>
      firebaseAdapter(
        {
          updateUser: never,
          listUsers: never,
          getUser: async (uid) => ({ uid, tenantId: 'beta', customClaims: { tenant: 'alpha' } }),
        },
        { tenantOf },
      ),
    tenantOf: (user) => user.customClaims.tenant,
    itself: 'beta',
  },
  rest: {
    id: '1',
    make: (tenantOf) =>
      restAdapter({
        baseUrl: 'https://api.test',
        fetch: async () => Response.json({ id: '1', account_id: 'alpha' }),
        tenantOf,
      }),
    tenantOf: (user) => user.account_id,
  },
}

describe.each(Object.entries(adapters))('%s', (_, { id, make, tenantOf, itself }) => {
  test('tells the tenant where it is told how to read it', async () => {
    const user = await make(tenantOf).getUser!(id, { headers: new Headers() })
    expect(user.tenantId).toBe('alpha')
  })

  test('tells none where it is not, but the provider’s own', async () => {
    const user = await make().getUser!(id, { headers: new Headers() })
    expect(user.tenantId).toBe(itself)
    expect('tenantId' in user).toBe(itself !== undefined)
  })
})
