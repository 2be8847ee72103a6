import assert from 'node:assert/strict'
import { test } from 'node:test'
import { planRelease } from '../../scripts/release-plan.ts'

const CHANGELOG =
  '# Changelog\n\n## 0.10.0, unreleased\n\n- Maps.\n\n## 0.9.0, 2026-11-01\n\n- A beginning.\n'
const ASKED = { version: '0.10.0', today: '2026-11-24', changelog: CHANGELOG, tags: ['v0.9.0', 'draft', ''] }

test('a release dates its heading in the changelog and changes nothing else there', () => {
  assert.deepEqual(planRelease(ASKED), {
    changelog: '# Changelog\n\n## 0.10.0, 2026-11-24\n\n- Maps.\n\n## 0.9.0, 2026-11-01\n\n- A beginning.\n',
  })
})

test('a release that cannot be made says why, and what to do', () => {
  for (const [change, problem] of [
    [{ version: '' }, 'Name a version of three numbers, like 0.2.0 (found "").'],
    [{ version: 'v0.10.0' }, 'Name a version of three numbers, like 0.2.0 (found "v0.10.0").'],
    [{ version: '0.10.0-beta' }, 'Name a version of three numbers, like 0.2.0 (found "0.10.0-beta").'],
    [{ tags: ['v0.9.0', 'v0.10.0'] }, 'There is v0.10.0 already: release a version after it.'],
    [{ tags: ['v1.0.0'] }, 'There is v1.0.0 already: release a version after it.'],
    [
      { version: '0.11.0' },
      'CHANGELOG.md begins with "## 0.10.0, unreleased": write what is new under "## 0.11.0, unreleased" first.',
    ],
    [
      { changelog: CHANGELOG.replace('- Maps.\n', '') },
      'CHANGELOG.md says nothing of 0.10.0: write a line on each change that people notice.',
    ],
  ] as const) {
    assert.deepEqual(planRelease({ ...ASKED, ...change }), { problem })
  }
})
