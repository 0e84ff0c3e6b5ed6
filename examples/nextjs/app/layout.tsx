import 'avatarkit/styles.css'
import type { ReactNode } from 'react'

export const metadata = { title: 'avatarkit in Next.js' }

export default function Layout({ children }: { children: ReactNode }) {
  return (
    <html lang="en" style={{ colorScheme: 'light dark' }}>
      <body style={{ maxWidth: 640, margin: '32px auto', padding: '0 16px', fontFamily: 'system-ui, sans-serif' }}>
        {children}
      </body>
    </html>
  )
}
