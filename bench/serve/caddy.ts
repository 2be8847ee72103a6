import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { parse } from 'yaml'

/** Caddy as compose.yaml sets it, but without https, on `port`, in front of the instances on `ports`. */
export async function caddyBefore(binary: string, ports: readonly number[], port = 3900) {
  const compose = parse(readFileSync(new URL('../../compose.yaml', import.meta.url), 'utf8'))
  const given: string = compose.configs.proxy.content
  const instances = ports.map((one) => `127.0.0.1:${one}`).join(' ')
  const config = given
    .replace('{$$HANSA_HOSTS}', `http://127.0.0.1:${port}`)
    .replace(/dynamic a hansa 3000 \{[^}]*\}/, `to ${instances}`)
  if (!config.includes(`to ${instances}`)) throw new Error('compose.yaml names its instances in another way')
  const folder = mkdtempSync(join(tmpdir(), 'hansa-caddy-'))
  const file = join(folder, 'Caddyfile')
  writeFileSync(file, `{\n  admin off\n}\n${config}`)
  const env = { HOME: folder, PATH: process.env.PATH ?? '' }
  const caddy = spawn(binary, ['run', '--config', file, '--adapter', 'caddyfile'], { env, stdio: 'ignore' })
  const url = `http://127.0.0.1:${port}`
  for (let tries = 0; tries < 50; tries++) {
    const isUp = await fetch(url).then(
      () => true,
      () => false,
    )
    if (isUp) break
    await wait(100)
  }
  return {
    url,
    stop() {
      caddy.kill()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
