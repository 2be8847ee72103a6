/** Something whoever runs the app can put right: a setting, a token, a port. One sentence, to be shown without a stack. */
export class SetupError extends Error {
  override readonly name = 'SetupError'
}
