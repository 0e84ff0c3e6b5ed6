import 'avatarkit/styles.css'
import type { ReactNode } from 'react'

export const metadata = { title: 'avatarkit in Next.js' }

export default function Layout({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <body style={{ maxWidth: 640, margin: '32px auto', padding: '0 16px', fontFamily: 'system-ui, sans-serif', colorScheme: 'light dark' }}>{children}</body>
    </html>
  )
}
