/** A door says by name what leaves the room. */
export const noWildcardExports = {
  meta: { type: 'problem', docs: { description: 'exports are by name' } },
  create(context) {
    return {
      ExportAllDeclaration(node) {
        context.report({ node, message: 'a wildcard export hides what leaves the room; export by name' });
      },
    };
  },
};
