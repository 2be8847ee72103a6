/** Waits for something that is bound to happen; five seconds at most. */
export async function until(done: () => boolean): Promise<void> {
  for (let tries = 0; !done() && tries < 500; tries++) await new Promise((resolve) => setTimeout(resolve, 10))
}
