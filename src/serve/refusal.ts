/** Something the person at the terminal can put right. Printed as its sentence, without a stack. */
export class Refusal extends Error {
  readonly exitCode: number

  constructor(message: string, exitCode = 1) {
    super(message)
    this.exitCode = exitCode
  }
}

/** The words on the command line were off. */
export class Usage extends Refusal {
  constructor(message: string) {
    super(message, 2)
  }
}
