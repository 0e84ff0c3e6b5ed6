import { Fragment } from 'react'
import tokens from '../src/styles/tokens.css?raw'
import { tokensOf } from './tokensOf.ts'

/** Every variable of the skin, from the comments in tokens.css. */
export function TokenTable() {
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">Variable</th>
          <th scope="col">What it is for</th>
          <th scope="col">Falls back to</th>
          <th scope="col">Otherwise</th>
        </tr>
      </thead>
      {tokensOf(tokens).map(({ title, tokens: some }) => (
        <tbody key={title}>
          <tr>
            <th scope="rowgroup" colSpan={4}>
              {title}
            </th>
          </tr>
          {some.map(({ name, meaning, fallbacks, value }) => (
            <tr key={name}>
              <td>
                <code>{name}</code>
              </td>
              <td>{meaning}</td>
              <td>
                {fallbacks.map((fallback, at) => (
                  <Fragment key={fallback}>
                    {at > 0 && ', '}
                    <code>{fallback}</code>
                  </Fragment>
                ))}
              </td>
              <td>{value && <code>{value}</code>}</td>
            </tr>
          ))}
        </tbody>
      ))}
    </table>
  )
}
