import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import chromium from '@sparticuz/chromium'
import { type Browser, chromium as driver } from 'playwright-core'
import { LIMIT } from '../../until.ts'

const QUIET = ['--disable-background-networking', '--no-first-run', '--disable-component-update']
/** Meant for a machine that opens one page: with it, closing one person's pages would close everybody's. */
const ALONE = ['--single-process', '--no-zygote']

/** A browser from npm; or, where none can run, the sentence that says why its tests are skipped. */
export async function openBrowser(): Promise<Browser | string> {
  // Else a page is drawn as a game is, on a graphics card that the processor plays: three quarters of all its work.
  chromium.setGraphicsMode = false
  try {
    const executablePath = await unpacked()
    const args = [...chromium.args.filter((arg) => !ALONE.includes(arg)), ...QUIET]
    return await driver.launch({
      executablePath,
      args,
      headless: true,
      timeout: LIMIT,
    })
  } catch (error) {
    const [first] = String(error instanceof Error ? error.message : error).split('\n')
    return `No browser can run here, so the page is not tried in one: ${first}`
  }
}

/**
 * Where the browser is unpacked, for all processes and times. Left alone, the package unpacks it where it stays, and a
 * second process that looks for it meanwhile is handed half a browser.
 */
async function unpacked(): Promise<string> {
  const manifest = new URL('../../package.json', import.meta.resolve('@sparticuz/chromium'))
  const { version } = JSON.parse(readFileSync(manifest, 'utf8'))
  const folder = join(process.env.HANSA_TESTS_KEPT ?? tmpdir(), `hansa-chromium-${version}`)
  if (!existsSync(folder)) {
    const own = mkdtempSync(`${folder}-`)
    await unpackIn(own)
    try {
      renameSync(own, folder)
    } catch {
      // Another process was quicker.
      rmSync(own, { recursive: true })
    }
  }
  return join(folder, 'chromium')
}

/** The package takes the machine's folder for temporary files, wherever that is. */
async function unpackIn(folder: string): Promise<void> {
  const { TMPDIR } = process.env
  process.env.TMPDIR = folder
  try {
    await chromium.executablePath()
  } finally {
    if (TMPDIR === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = TMPDIR
  }
}
