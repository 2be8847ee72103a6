import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { parse } from 'yaml'

/** HAProxy as compose.yaml sets it, on `port` of this machine, in front of the instances on `ports`. */
export async function haproxyBefore(binary: string, ports: readonly number[], port = 3900) {
  const compose = parse(readFileSync(new URL('../../compose.yaml', import.meta.url), 'utf8'))
  const given: string = compose.configs.balancer.content
  const instances = ports.map((one) => `server hansa${one} 127.0.0.1:${one}`).join('\n  ')
  const config = given
    .replace('bind :8080', `bind 127.0.0.1:${port}`)
    .replace(/server-template hansa .*/, instances)
  if (!config.includes(instances) || !config.includes(`:${port}`))
    throw new Error('compose.yaml names its instances or the port in another way')
  const folder = mkdtempSync(join(tmpdir(), 'hansa-haproxy-'))
  const file = join(folder, 'haproxy.cfg')
  writeFileSync(file, config)
  const haproxy = spawn(binary, ['-db', '-f', file], { stdio: 'inherit' })
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
      haproxy.kill()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
