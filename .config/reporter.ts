import type { Reporter, TestModule } from 'vitest/node'

/** Prints `N passed, N failed` as the last line of a run; a file that could not be run counts as one failure. */
export default class PassedAndFailed implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()])
    const passed = tests.filter((test) => test.result().state === 'passed').length
    const failed = tests.filter((test) => test.result().state === 'failed').length
    const broken = modules.filter((module) => module.state() === 'failed' && module.errors().length > 0).length
    const line = `${passed} passed, ${failed + broken + errors.length} failed`
    process.once('exit', () => process.stdout.write(`${line}\n`))
  }
}
