import type { Node, Rule } from './rule.ts'

const hidden: Readonly<Record<string, readonly string[]>> = {
  Date: ['now'],
  Math: ['random'],
  performance: ['now'],
  crypto: ['randomUUID', 'getRandomValues'],
}

/** Refuses a clock or a die hidden in pure code: Date.now(), Date(), new Date(), performance.now(), Math.random(), crypto.randomUUID(). */
export const pureClock: Rule = {
  create(context) {
    const report = (node: Node, what: string): void =>
      context.report({ node, message: `${what} hides time or chance in pure code. Take \`now\` or a seeded source as a parameter.` })
    return {
      NewExpression(node) {
        if (node.callee?.name === 'Date' && node.arguments?.length === 0) report(node, 'new Date()')
      },
      CallExpression(node) {
        if (node.callee?.name === 'Date') report(node, 'Date()')
      },
      MemberExpression(node) {
        const owner = node.object?.name ?? node.object?.property?.name ?? ''
        const member = node.property?.name ?? node.property?.value
        if (typeof member === 'string' && Object.hasOwn(hidden, owner) && hidden[owner]?.includes(member))
          report(node, `${owner}.${member}`)
      },
    }
  },
}
