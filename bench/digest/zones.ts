/**
 * Every zone of the time-zone database, every clock change of the next ten years, eleven weekly times: is there exactly
 * one digest in every local week, at the time that was wished? `--quick` takes one zone of each kind. Minutes.
 */
import { readFileSync } from 'node:fs'
import { changesOf, faultsAround, SLOTS } from '../../test/digest/every-week.ts'

const FROM = new Date().toISOString().slice(0, 10)
const TO = `${Number(FROM.slice(0, 4)) + 10}${FROM.slice(4)}T00:00:00Z`

const all = zones().map((zone) => ({ zone, changes: changesOf(zone, `${FROM}T00:00:00Z`, TO) }))
const kinds = new Map(all.map((one) => [one.changes.join(), one]))
const tried = process.argv.includes('--quick') ? [...kinds.values()] : all

let cases = 0
const faults: string[] = []
for (const { zone, changes } of tried) {
  for (const change of changes) {
    for (const slot of SLOTS) {
      cases++
      faults.push(...faultsAround(zone, slot, change))
    }
  }
}

const changes = tried.reduce((sum, one) => sum + one.changes.length, 0)
console.log(
  `| zones | of them with changes | changes | weekly times | cases | weeks without exactly one digest |`,
)
console.log(`| --- | --- | --- | --- | --- | --- |`)
const changing = tried.filter((one) => one.changes.length > 0).length
console.log(`| ${tried.length} | ${changing} | ${changes} | ${SLOTS.length} | ${cases} | ${faults.length} |`)
for (const fault of faults.slice(0, 50)) console.log(fault)
process.exitCode = faults.length > 0 ? 1 : 0

/** All names, old ones too where the system has the database itself. */
function zones(): readonly string[] {
  const canonical = Intl.supportedValuesOf('timeZone')
  try {
    const lines = readFileSync('/usr/share/zoneinfo/tzdata.zi', 'utf8').split('\n')
    const names = lines.flatMap((line) => {
      const [kind, first = '', second = ''] = line.split(' ')
      return kind === 'Z' ? [first] : kind === 'L' ? [second] : []
    })
    return [...new Set([...canonical, ...names.filter(isKnown)])].sort()
  } catch {
    return canonical
  }
}

function isKnown(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone })
    return /\//.test(zone)
  } catch {
    return false
  }
}
