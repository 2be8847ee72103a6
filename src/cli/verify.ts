import { statSync } from 'node:fs'
import { parseArguments, Refusal, settingsOrRefuse, Usage } from '../serve/arguments.ts'
import { knowledgeFolder, openKnowledge, today } from '../serve/folder/folder.ts'
import { type Options, runVerify } from '../verify/run-verify.ts'

export const help = `npx hansa verify         whether each quotation stands in its source; keeps what it found in checks.yml
npx hansa verify ID ID   of these sources

  --copies DIR        reads <source id>.html, .txt, .md or .pdf there and not on the web
  --links             also whether addresses without a quotation answer
  --contact ADDRESS   how those who run the pages can reach you
  --allow-loopback    also addresses of this machine`

/** Looks whether each quotation stands in its source. Exit 0 when every one was found. */
export async function run(args: readonly string[]): Promise<number> {
  const options = optionsOf(args)
  if (options.copies && !statSync(options.copies, { throwIfNoEntry: false })?.isDirectory()) {
    throw new Refusal(
      `"${options.copies}" is no folder. Name one that holds <source id>.html, .txt, .md or .pdf.`,
    )
  }
  const settings = settingsOrRefuse()
  const knowledge = await openKnowledge(settings)
  const unknown = options.only.find((id) => !knowledge.sources.has(id))
  if (unknown) throw new Refusal(`No source has the id "${unknown}".`)
  const stopping = new AbortController()
  process.once('SIGINT', () => stopping.abort())
  const edges = { today: today(), out: process.stdout, err: process.stderr, stop: stopping.signal }
  return (await runVerify(knowledge, knowledgeFolder(settings), options, edges)) ? 0 : 1
}

function optionsOf(args: readonly string[]): Options {
  const { values, positionals } = parseArguments('verify', args, {
    copies: { type: 'string' },
    links: { type: 'boolean', default: false },
    contact: { type: 'string' },
    'allow-loopback': { type: 'boolean', default: false },
  })
  const { copies, contact, links, 'allow-loopback': allowLoopback } = values
  if (contact && !/^[\x21-\x7e]{1,100}$/.test(contact)) {
    throw new Usage('verify: write --contact as an e-mail or web address.')
  }
  return { copies, links, contact, allowLoopback, only: positionals }
}
