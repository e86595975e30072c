import ts from 'typescript';

/**
 * The comments of a source file or stylesheet and the names of its tests, with
 * their offsets. TypeScript's parser says what is a string, a template, a
 * regular expression or text of JSX; what looks like a comment there is none.
 */
export function commentsAndTestNames(path, text) {
  if (path.endsWith('.css')) return comments(text, /\/\*[^]*?\*\//g);
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, false, scriptKind(path));
  const names = [];
  let code = '';
  let end = 0;
  const visit = (node) => {
    if (ts.isCallExpression(node)) names.push(...testName(node, source));
    if (isLiteral(node)) {
      const start = node.getStart(source);
      code += text.slice(end, start) + ' '.repeat(node.end - start);
      end = node.end;
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return [...comments(code + text.slice(end), /\/\/.*|\/\*[^]*?\*\//g), ...names];
}

const comments = (code, pattern) =>
  [...code.matchAll(pattern)].map((match) => ({ kind: 'comment', at: match.index, text: match[0] }));

function scriptKind(path) {
  if (path.endsWith('.tsx')) return ts.ScriptKind.TSX;
  return path.endsWith('.ts') ? ts.ScriptKind.TS : ts.ScriptKind.JS;
}

/** Nodes that hold text and nothing else; a template's pieces are visited one by one, in their order. */
const isLiteral = (node) =>
  ts.isStringLiteralLike(node) ||
  ts.isTemplateHead(node) ||
  ts.isTemplateMiddleOrTemplateTail(node) ||
  ts.isRegularExpressionLiteral(node) ||
  ts.isJsxText(node);

/** `test('…')`, `test.each(…)('…')`, `test.each`…`('…')`, `describe.skip('…')`. */
function testName(call, source) {
  const [name] = call.arguments;
  if (name === undefined || !(ts.isStringLiteralLike(name) || ts.isTemplateExpression(name))) return [];
  let callee = call.expression;
  while (!ts.isIdentifier(callee)) {
    if (ts.isTaggedTemplateExpression(callee)) callee = callee.tag;
    else if (ts.isCallExpression(callee) || ts.isPropertyAccessExpression(callee)) callee = callee.expression;
    else return [];
  }
  if (!/^(test|it|describe)$/.test(callee.text)) return [];
  const start = name.getStart(source) + 1;
  return [{ kind: 'test name', at: start, text: source.text.slice(start, name.end - 1) }];
}
