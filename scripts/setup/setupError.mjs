// An end that is no bug of the set-up: something is missing, or a step said no.

export class SetupError extends Error {
  constructor(message, exitStatus = 1) {
    super(message);
    this.exitStatus = exitStatus;
  }
}
