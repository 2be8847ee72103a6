type Terminal = { isTTY?: boolean; columns?: number; write(text: string): unknown }

/** A bar on a terminal, `[######----] 12/46 nesta-2020`, that leaves nothing behind; nothing where output is kept. */
export function progressBar(terminal: Terminal, total: number): { step(name: string): void; end(): void } {
  if (!terminal.isTTY || total === 0) return { step() {}, end() {} }
  let done = 0
  const draw = (text: string) => terminal.write(`\r\u001B[K${text.slice(0, (terminal.columns ?? 80) - 1)}`)
  draw(bar(0, total))
  return {
    step(name) {
      done++
      draw(`${bar(done, total)} ${name}`)
    },
    end() {
      draw('')
    },
  }
}

const WIDTH = 24

function bar(done: number, total: number): string {
  const filled = Math.round((done / total) * WIDTH)
  return `[${'#'.repeat(filled)}${'-'.repeat(WIDTH - filled)}] ${done}/${total}`
}
