import { delivery, GROUP, type PretendTeams } from './pretend-teams.ts'

type Json = Record<string, unknown>

/** “Keep this for Hansa” on a message of somebody's. */
export function keptMessage(teams: PretendTeams, content: string, conversation: Json = GROUP): Json {
  return delivery(teams, {
    type: 'invoke',
    name: 'composeExtension/fetchTask',
    conversation,
    value: {
      commandId: 'keep',
      commandContext: 'message',
      messagePayload: { id: '1795983720000', body: { contentType: 'html', content } },
    },
  })
}

/** “Send” in the dialog that came of it. */
export function filledIn(teams: PretendTeams, data: unknown, conversation: Json = GROUP): Json {
  return delivery(teams, {
    type: 'invoke',
    name: 'composeExtension/submitAction',
    conversation,
    value: { commandId: 'keep', commandContext: 'message', data },
  })
}
