import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import type { Log } from '../../answer/log.ts'
import type { Moment } from '../../digest/schedule/moment.ts'
import { type Goodbyes, leavingWith } from './leaving.ts'

/** How secrets are sealed where they lie, so that a copy of the database opens no door. */
export type Sealing = {
  /** Only what `open` is given the same id for opens again: a row copied under another workspace stays shut. */
  seal(what: string, id: string): string
  /** `stale`: the secret before this one opened it, so it is to be sealed anew. */
  open(sealed: string, id: string): { what: string; stale: boolean } | undefined
}

const VERSION = 'v1.'
const [IV, TAG] = [12, 16]

/** `v1.` and, in base64url, iv, tag and AES-256-GCM of the text, under keys that HKDF draws from the operator's secrets. */
export function sealingWith(secret: string, before?: string): Sealing {
  const [key, older] = [keyFrom(secret, 'seal'), before && keyFrom(before, 'seal')]
  return {
    seal(what, id) {
      const iv = randomBytes(IV)
      const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(id))
      const bytes = [cipher.update(what, 'utf8'), cipher.final()]
      return VERSION + Buffer.concat([iv, cipher.getAuthTag(), ...bytes]).toString('base64url')
    },
    open(sealed, id) {
      const now = opened(sealed, id, key)
      if (now !== undefined) return { what: now, stale: false }
      const then = older && opened(sealed, id, older)
      return then === undefined || then === '' ? undefined : { what: then, stale: true }
    },
  }
}

/** 32 bytes of the secret, other ones for each use. */
export function keyFrom(secret: string, use: 'seal' | 'state'): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, '', `hansa ${use} v1`, 32))
}

function opened(sealed: string, id: string, key: Buffer): string | undefined {
  if (!sealed.startsWith(VERSION)) return undefined
  const bytes = Buffer.from(sealed.slice(VERSION.length), 'base64url')
  if (bytes.length < IV + TAG) return undefined
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, IV)).setAAD(Buffer.from(id))
    decipher.setAuthTag(bytes.subarray(IV, IV + TAG))
    return Buffer.concat([decipher.update(bytes.subarray(IV + TAG)), decipher.final()]).toString('utf8')
  } catch {
    return undefined
  }
}

type Row = { workspace: string; platform: string; sealed: string; since: Moment }

/** What the store does for installations. */
export type InstallationRows = {
  install(row: Row): Promise<void>
  resealed(row: Row, sealed: string): Promise<void>
  installation(workspace: string): Promise<Row | undefined>
  installations(): Promise<readonly Row[]>
  deleteWorkspace(workspace: string, left?: Moment): Promise<boolean>
}

/** The workspaces of one platform that have installed Hansa. `T`: what is needed to write there, as JSON can hold it. */
export type Installations<T> = {
  put(workspace: string, what: T, since: Moment): Promise<void>
  /** Undefined where it is not installed, or nobody can open what it left. While the store is away, what was known last. */
  get(workspace: string): Promise<T | undefined>
  workspaces(): Promise<ReadonlySet<string>>
  /** Deletes all there is of a workspace, unless it came back after `left`; as soon as the store is back, where it is away. */
  left(workspace: string, left: Moment): Promise<void>
  /**
   * Follows goodbyes that are left over, and seals anew what the secret before had sealed. Gives a sentence where there is
   * something that no secret opens.
   */
  ready(): Promise<string | undefined>
  /** Asks of each once, and deletes all there is of who left while nobody listened. Never rejects; gives up where the store is away. */
  askWhoLeft(hasLeft: (what: T) => Promise<boolean>): Promise<void>
  stop(): void
}

type Deps = {
  rows: InstallationRows
  sealing: Sealing
  platform: string
  goodbyes?: Goodbyes
  log: Pick<Log, 'info' | 'warn'>
}

export function installationsIn<T>({ rows, sealing, platform, goodbyes, log }: Deps): Installations<T> {
  const known = new Map<string, T>()
  const leaving = leavingWith({ deleteWorkspace: rows.deleteWorkspace, log, ...(goodbyes && { goodbyes }) })

  async function read(workspace: string): Promise<T | undefined> {
    const row = await rows.installation(workspace)
    const found = row && row.platform === platform ? sealing.open(row.sealed, workspace) : undefined
    if (!found) {
      known.delete(workspace)
      return undefined
    }
    const what = JSON.parse(found.what) as T
    known.set(workspace, what)
    return what
  }

  let stopped = false

  const ours = async () => (await rows.installations()).filter((row) => row.platform === platform)
  return {
    async put(workspace, what, since) {
      const sealed = sealing.seal(JSON.stringify(what), workspace)
      await rows.install({ workspace, platform, sealed, since })
    },
    async get(workspace) {
      try {
        return await read(workspace)
      } catch (error) {
        const last = known.get(workspace)
        if (last === undefined) throw error
        return last
      }
    },
    async workspaces() {
      const open = (await ours()).filter(({ workspace, sealed }) => sealing.open(sealed, workspace))
      return new Set(open.map(({ workspace }) => workspace))
    },
    async left(workspace, left) {
      known.delete(workspace)
      await leaving.follow({ workspace, left })
    },
    async ready() {
      await leaving.begin()
      const all = await ours()
      const shut = []
      for (const row of all) {
        const found = sealing.open(row.sealed, row.workspace)
        if (!found) shut.push(row)
        else if (found.stale) await rows.resealed(row, sealing.seal(found.what, row.workspace))
      }
      return shut.length > 0 ? shutInWords(shut.length, all.length) : undefined
    },
    async askWhoLeft(hasLeft) {
      for (const { workspace, sealed, since } of await ours().catch(() => [])) {
        const found = sealing.open(sealed, workspace)
        if (!found || stopped || !(await hasLeft(JSON.parse(found.what) as T)) || stopped) continue
        known.delete(workspace)
        // What it said of this installation it did not say of one that came meanwhile.
        await leaving.follow({ workspace, left: since })
      }
    },
    stop() {
      stopped = true
      leaving.stop()
    },
  }
}

/** A sentence where no secret opens what some of them left. */
export function shutInWords(shut: number, all: number): string {
  return (
    `HANSA_SECRET opens the tokens of ${all - shut} of ${all} workspaces: set the secret that sealed the others as ` +
    'HANSA_SECRET_BEFORE and start again, or let them install Hansa again. Nothing of theirs is lost.'
  )
}
