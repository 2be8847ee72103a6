/** What a release changes in writing, or one sentence on why it cannot be made. */
export type Release = { changelog: string } | { problem: string }

/**
 * The changelog with the version's heading dated. Versions are numbers like 1.2.0; the changelog's newest heading names the
 * one to release, `## 1.2.0, unreleased`, and says something.
 */
export function planRelease(asked: {
  version: string
  today: string
  changelog: string
  tags: readonly string[]
}): Release {
  const { version, today, changelog, tags } = asked
  if (!/^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)$/.test(version)) {
    return { problem: `Name a version of three numbers, like 0.2.0 (found "${version}").` }
  }
  const newer = tags.find((tag) => /^v\d+\.\d+\.\d+$/.test(tag) && compare(tag.slice(1), version) >= 0)
  if (newer) return { problem: `There is ${newer} already: release a version after it.` }
  const [heading = ''] = changelog.match(/^## .*$/m) ?? []
  if (heading !== `## ${version}, unreleased`) {
    return {
      problem: `CHANGELOG.md begins with "${heading}": write what is new under "## ${version}, unreleased" first.`,
    }
  }
  const [, said = ''] = changelog.split(heading)
  if (!/^- /m.test(said.split(/^## /m)[0] ?? '')) {
    return {
      problem: `CHANGELOG.md says nothing of ${version}: write a line on each change that people notice.`,
    }
  }
  return { changelog: changelog.replace(heading, `## ${version}, ${today}`) }
}

function compare(one: string, other: string): number {
  const [a, b] = [one, other].map((version) => version.split('.').map(Number))
  const at = a?.findIndex((number, index) => number !== b?.[index]) ?? -1
  return at === -1 ? 0 : (a?.[at] ?? 0) - (b?.[at] ?? 0)
}
