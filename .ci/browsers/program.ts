import { globSync } from 'node:fs';
import ts from 'typescript';

const TEST_CODE = /\.test\.tsx?$|\/src\/(?:.*\/)?testing\//;

/** The files of the bundle, and public/*.js, which is not in it, with their types. */
export function productProgram(): { program: ts.Program; source: string[]; scripts: string[] } {
  const { config } = ts.readConfigFile('tsconfig.json', ts.sys.readFile);
  const { fileNames, options } = ts.parseJsonConfigFileContent(config, ts.sys, process.cwd());
  const source = fileNames.filter((file) => file.includes('/src/') && !TEST_CODE.test(file));
  const scripts = globSync('public/*.js');
  const program = ts.createProgram([...source, ...scripts], { ...options, allowJs: true });
  return { program, source, scripts };
}
