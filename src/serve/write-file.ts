import { renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { Refusal } from './arguments.ts'

/** Writes a file whole or not at all: who reads it meanwhile reads the old one. Throws Refusal with what is in the way. */
export function writeWhole(file: string, content: string | Uint8Array, command: string): void {
  const beside = join(dirname(file), `.${basename(file)}.${process.pid}.part`)
  try {
    writeFileSync(beside, content, { flag: 'wx' })
    renameSync(beside, file)
  } catch (error) {
    rmSync(beside, { force: true })
    const { code = '', message } = error as NodeJS.ErrnoException
    const why = WHY[code]?.(file) ?? message
    throw new Refusal(`${command}: ${file} cannot be written: ${why}. Choose another --out.`)
  }
}

const WHY: Readonly<Record<string, (file: string) => string>> = {
  ENOENT: (file) => `there is no folder ${dirname(file)}`,
  ENOTDIR: (file) => `${dirname(file)} is no folder`,
  EISDIR: () => 'it is a folder',
  EACCES: (file) => `you may not write into ${dirname(file)}`,
  EPERM: (file) => `you may not write into ${dirname(file)}`,
  EROFS: () => 'the disk is read-only',
  ENOSPC: () => 'the disk is full',
  ENAMETOOLONG: () => 'its name is too long',
}
