import chromium from '@sparticuz/chromium'
import { type Browser, chromium as driver } from 'playwright-core'

const QUIET = ['--disable-background-networking', '--no-first-run', '--disable-component-update']
/** Meant for a machine that opens one page: with it, closing one person's pages would close everybody's. */
const ALONE = ['--single-process', '--no-zygote']

/** A browser from npm; or, where none can run, the sentence that says why its tests are skipped. */
export async function openBrowser(): Promise<Browser | string> {
  try {
    const executablePath = await chromium.executablePath()
    const args = [...chromium.args.filter((arg) => !ALONE.includes(arg)), ...QUIET]
    return await driver.launch({
      executablePath,
      args,
      headless: true,
      timeout: 30_000,
    })
  } catch (error) {
    const [first] = String(error instanceof Error ? error.message : error).split('\n')
    return `No browser can run here, so the page is not tried in one: ${first}`
  }
}
