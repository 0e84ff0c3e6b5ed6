import type { ReactElement } from 'react'
import { BareRows } from './BareRows.tsx'
import { PartsRows } from './PartsRows.tsx'
import type { Company } from './people.ts'
import { RecipeRows } from './RecipeRows.tsx'
import { AllRows, WindowedRows } from './Rows.tsx'
import { TableRows } from './TableRows.tsx'

type Contestant = (company: Company) => ReactElement

export const bare: Contestant = (company) => <BareRows company={company} Rows={AllRows} />
export const bareWindowed: Contestant = (company) => <BareRows company={company} Rows={WindowedRows} />
export const recipe: Contestant = (company) => <RecipeRows company={company} Rows={AllRows} />
export const recipeWindowed: Contestant = (company) => <RecipeRows company={company} Rows={WindowedRows} />
export const parts: Contestant = (company) => <PartsRows company={company} />
export const table: Contestant = (company) => <TableRows company={company} />
export const tableEndless: Contestant = (company) => <TableRows company={company} endless />
