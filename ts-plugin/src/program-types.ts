import { typesOf, type AskTypes } from '@ssot/rule-core';
import type ts from 'typescript';

/** By program, since an edit of any file may change what is known of the others. */
const asked = new WeakMap<ts.Program, WeakMap<ts.SourceFile, AskTypes>>();

/** The program's checker as the core asks it, the same function for as long as the program is the same. */
export function programTypes(program: ts.Program, file: ts.SourceFile, mark: number): AskTypes {
  const files = asked.get(program) ?? new WeakMap<ts.SourceFile, AskTypes>();
  asked.set(program, files);
  const ask = files.get(file) ?? typesOf(program, file, mark);
  files.set(file, ask);
  return ask;
}
