import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { count } from '../answer/in-words.ts'
import type { Diagnosis } from '../chat/slack/install/doctor.ts'
import { noArguments, Refusal, settingsAsTheyAre, settingsOrRefuse } from '../serve/arguments.ts'
import { needTeamsPackage } from '../serve/edges/teams.ts'
import { checkFolder, knowledgeFolder, today } from '../serve/folder/folder.ts'

/** Exit 0 when everything is in place. */
export async function run(args: readonly string[]): Promise<number> {
  noArguments('doctor', args)
  const settings = settingsAsTheyAre()
  const all: readonly Diagnosis[] = [
    ...settings.missing.map((says) => ({ ok: false, says })),
    await folder(knowledgeFolder(settings)),
    ...(await ofSlack(settings)),
    ...(await ofTeams(settings)),
  ]
  for (const { ok, says, tip } of all) {
    process.stdout.write(`${ok ? '✓' : '✗'} ${says}\n${!ok && tip ? `    → ${tip}\n` : ''}`)
  }
  return all.every(({ ok }) => ok) ? 0 : 1
}

async function folder(path: string): Promise<Diagnosis> {
  const { knowledge, problems } = await checkFolder(path, today())
  if (knowledge) return { ok: true, says: `The knowledge folder ${path} is clean.` }
  const errors = problems.filter(({ severity }) => severity === 'error').length
  return {
    ok: false,
    says: `The knowledge folder ${path} has ${count(errors, 'error')}.`,
    tip: 'Run "npx hansa check" to see them.',
  }
}

async function ofSlack({
  slack,
  slackWanted,
  teamsWanted,
  missing,
  host,
  port,
  playgroundOpen: open,
  playgroundBeside: beside,
}: ReturnType<typeof settingsAsTheyAre>): Promise<readonly Diagnosis[]> {
  const { whyNotServed } = await import('../chat/web/open-door.ts')
  if (!slackWanted && teamsWanted) return []
  if (!slackWanted) {
    const why = whyNotServed({ host, open })
    const says = `No SLACK_… setting is there: "npm start" ${why ? 'refuses to serve' : 'opens the playground'}.`
    const tip = 'Copy .env.example to .env and fill in Slack’s part; the README says where to find it.'
    return [{ ok: false, says, tip: why ?? tip }]
  }
  const { slackDoctor } = await import('../chat/slack/install/doctor.ts')
  const why = beside ? whyNotServed({ host, open, beside }) : undefined
  const page: readonly Diagnosis[] = why ? [{ ok: false, says: why }] : []
  // What is missing in the settings has been said: without it there is no store to look into.
  const several = slack?.install && !slack.botToken && missing.length === 0
  const installed = several ? await installations() : { rows: [], troubles: [] }
  return [
    ...page,
    ...installed.troubles,
    ...(await slackDoctor({ ...slack, host, port }, fetch, installed.rows)),
  ]
}

/** Who installed Hansa, as the store has it. Where there is none yet, none is made. */
async function installations() {
  const { data, databaseUrl } = settingsOrRefuse()
  if (!databaseUrl && !existsSync(join(data, 'hansa.db'))) return { rows: [], troubles: [] }
  const { withStore } = await import('../serve/with-store.ts')
  try {
    return { rows: await withStore((store) => store.installations()), troubles: [] }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return { rows: [], troubles: [{ ok: false, says: error.message }] }
  }
}

async function ofTeams({ teams, own }: ReturnType<typeof settingsAsTheyAre>): Promise<readonly Diagnosis[]> {
  if (!teams) return []
  try {
    needTeamsPackage()
  } catch (error) {
    return [{ ok: false, says: (error as Error).message }]
  }
  const { teamsDoctor } = await import('../chat/teams/install/doctor.ts')
  return teamsDoctor(teams, { own, today: today() })
}
