import { registerHooks } from 'node:module'

// Imported before `npm start` in a test: Teams is then where HANSA_PRETEND says, as its edge takes it as an option.

declare global {
  var pretendTeams: object | undefined
}

const { cloud, token } = JSON.parse(process.env.HANSA_PRETEND ?? '{}')
globalThis.pretendTeams = { cloud, token: async () => token }

registerHooks({
  load(url, context, next) {
    const loaded = next(url, context)
    if (!url.endsWith('/teams/transport/serve-teams.ts')) return loaded
    const source = String(loaded.source).replace(
      'pretend = {},',
      'pretend = globalThis.pretendTeams as never,',
    )
    return { ...loaded, source }
  },
})
