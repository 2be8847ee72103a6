import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Unclear } from '../../src/growing/asking.ts'
import { placeAsked } from '../../src/growing/places/place-asked.ts'
import { placeRegister } from '../../src/growing/places/register.ts'
import type { Resolving } from '../../src/growing/places/resolve.ts'
import { openTowns } from '../../src/growing/places/towns.ts'
import { realFolder } from '../real-folder.ts'

const towns = openTowns()

test('what is offered in a form is taken as that place when it is pasted, of every namesake', async () => {
  const { knowledge } = realFolder()
  const meant = placeAsked(placeRegister(knowledge, () => towns))
  const offersOf = async (name: string, side: Resolving['side']) => {
    try {
      await meant(name, { side }, side === 'home' ? 'place' : 'partner')
    } catch (unclear) {
      const { inForm = '' } = unclear as Unclear
      return /called so|not known there/.test(inForm)
        ? [...inForm.matchAll(/“(.+?)”/g)].map(([, one]) => one ?? '')
        : []
    }
    return []
  }
  const abroad = knowledge.exists.filter(({ country }) => country !== 'GB').map(({ name }) => name)
  const names = fc.sample(fc.constantFrom(...abroad), { seed: 5, numRuns: 300 })
  let pasted = 0
  for (const [side, some] of [
    ['partner', ['Heidenheim, Germany', 'Springfield', 'Leeds, Germany', 'Newport, France', ...names]],
    ['home', ['Newport', 'Richmond', 'Gillingham', 'Ashford', 'Newport, Shropshire']],
  ] as const)
    for (const name of some)
      for (const offered of await offersOf(name, side)) {
        const again = await offersOf(offered, side)
        assert.deepEqual(again, [], `${name}: “${offered}” was offered`)
        pasted += 1
      }
  assert.ok(pasted > 50, `${pasted}`)
})
