import { parentPort } from 'node:worker_threads'
import { type Page, pageTexts } from './page-texts.ts'

parentPort?.on('message', async (page: Page) => parentPort?.postMessage(await pageTexts(page)))
