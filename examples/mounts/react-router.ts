import type { ActionFunctionArgs, LoaderFunctionArgs } from 'react-router'

/** The kit's handler, made with `basePath: '/api'`, as a resource route of React Router: what `app/routes/api.users.$.ts` exports. */
export function mount(handler: (request: Request) => Promise<Response>) {
  const loader = ({ request }: LoaderFunctionArgs) => handler(request)
  const action = ({ request }: ActionFunctionArgs) => handler(request)
  // React Router answers at `….data` too, with the same checks but without the handler's headers.
  const headers = () => ({ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' })
  return { loader, action, headers }
}
