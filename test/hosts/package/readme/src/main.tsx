import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
// Not in the repository: the test writes README's example here.
import App from './App.tsx'

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
