import { analyse } from 'scslre';
import ts from 'typescript';

interface FoundPattern {
  place: string;
  pattern: RegExp;
}

/** Every regular expression written out in a source text. */
export function patternsIn(file: string, text: string): FoundPattern[] {
  const found: FoundPattern[] = [];
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf('/');
      const line = source.getLineAndCharacterOfPosition(node.getStart()).line + 1;
      found.push({
        place: `${file}:${line}`,
        pattern: new RegExp(node.text.slice(1, end), node.text.slice(end + 1)),
      });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/**
 * Calls of `new RegExp` and `RegExp` whose pattern is put together at run time, so that it cannot be read
 * beforehand.
 */
export function builtPatternsIn(file: string, text: string): string[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    const isCall = ts.isNewExpression(node) || ts.isCallExpression(node);
    if (isCall && node.expression.getText() === 'RegExp') {
      const [pattern] = node.arguments ?? [];
      // A pattern made of another one, or of a constant's: that one is looked at where it is written.
      if (!pattern || !/^[A-Z_]+(\.source)?$/.test(pattern.getText()))
        found.push(`${file}: ${node.getText()}`);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/**
 * Why a pattern may take more time than its text is long; null when it does not, as far as analysis and trial
 * can tell.
 */
export function slownessOf(pattern: RegExp): string | null {
  const { reports } = analyse({ source: pattern.source, flags: pattern.flags });
  const [report] = reports;
  if (report) return `${report.type.toLowerCase()} of quantifiers`;
  const slow = hostileTexts(pattern).find((text) => growsTooFast(pattern, text));
  return slow === undefined ? null : `repeats of ${JSON.stringify(slow.slice(0, 40))}`;
}

const LENGTH = 49_152;
/** Linear takes some hundred microseconds; the square of this length a hundred milliseconds. */
const SUSPICIOUS_MS = 12;

/**
 * Each fixed text of the pattern, and each two of them, again and again: what makes a start that goes far and
 * fails.
 */
function hostileTexts(pattern: RegExp): string[] {
  const fixed = pattern.source
    .replaceAll(/\\[a-zA-Z]|\[[^\]]*\]|\{[^}]*\}|\(\?[:=!]/g, '\uffff')
    .replaceAll(/\\(.)/g, '$1')
    .split(/[\uffff^$|()*+?.]+/)
    .filter(Boolean);
  const pieces = [...new Set([...fixed, 'a', '0', ' ', '-', '_'])].slice(0, 16);
  const pairs = pieces.flatMap((one) => pieces.map((other) => one + other));
  return [...new Set([...pieces, ...pairs])];
}

function growsTooFast(pattern: RegExp, piece: string): boolean {
  const text = (length: number) => `${piece.repeat(Math.ceil(length / piece.length))}\n\u0000`;
  if (quickestMs(pattern, text(LENGTH), SUSPICIOUS_MS) < SUSPICIOUS_MS) return false;
  return quickestMs(pattern, text(2 * LENGTH), 0) > 2.8 * quickestMs(pattern, text(LENGTH), 0);
}

/** Of three tries, or the first that is quick enough: other work of the machine slows some of them. */
function quickestMs(pattern: RegExp, text: string, enoughMs: number): number {
  let quickest = Infinity;
  for (let tries = 0; tries < 3 && quickest >= enoughMs; tries += 1) {
    const started = performance.now();
    text.search(pattern);
    quickest = Math.min(quickest, performance.now() - started);
  }
  return quickest;
}
