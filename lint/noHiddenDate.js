/** The shapes of `Date` that read the clock or the time zone, which the rules of the linter itself cannot tell apart. */
export const noHiddenDate = {
  meta: { type: 'problem', docs: { description: 'dates depend on their arguments alone' } },
  create(context) {
    return {
      NewExpression(node) {
        if (!isDate(node.callee)) return;
        if (node.arguments.length === 0) {
          context.report({ node, message: 'new Date() reads the clock; take the reference date instead' });
        } else if (node.arguments.length > 1) {
          context.report({ node, message: 'new Date(year, month, …) reads the time zone; use Date.UTC' });
        }
      },
      CallExpression(node) {
        if (isDate(node.callee)) {
          context.report({ node, message: 'Date() reads the clock; take the reference date instead' });
        }
      },
    };
  },
};

function isDate(callee) {
  return callee.type === 'Identifier' && callee.name === 'Date';
}
