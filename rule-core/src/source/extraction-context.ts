import type { SourceLanguage } from './language.js';
import { languageOf } from './language.js';
import type { ParsedModule } from './parsed-module.js';
import { ModuleNames } from './names/module-names.js';
import type { MutableSignature } from './collectors/signatures.js';
import type { Declaration, ExportFact, ModuleRequest } from './facts.js';
import type { FunctionNode, Node } from './tree/kinds.js';

/** What the collectors of one module share: the module, its names, and where the walk is. */
export class ExtractionContext {
  readonly module: ParsedModule;
  readonly text: string;
  readonly language: SourceLanguage;
  readonly names: ModuleNames;
  /** The nodes around the current one, innermost last. */
  readonly ancestors: Node[] = [];
  /** The declarations around the current node, outermost first, joined with `.`. */
  scope = '';
  /** Whether the current node runs while the module loads. */
  atLoad = true;
  /** Whether a function or a static block is around the current node, also one that is called on the spot. */
  inFunction = false;
  /** Whether the current node is in `declare …`, or in a declaration file. */
  ambient: boolean;

  readonly requests: ModuleRequest[] = [];
  readonly exports: ExportFact[] = [];
  readonly declarations: Declaration[] = [];
  /** Signatures whose functions the walk has yet to see. */
  readonly signatures = new Map<FunctionNode, MutableSignature>();
  /** Whether wrappers are kept that hand nothing on. */
  readonly allWrappers: boolean;

  constructor(module: ParsedModule, { allWrappers }: { readonly allWrappers: boolean }) {
    this.allWrappers = allWrappers;
    this.module = module;
    this.text = module.text;
    this.language = languageOf(module.path);
    this.ambient = this.language.declaration;
    this.names = new ModuleNames(module);
  }

  /** The node `levels` above the current one; 1 is its parent. */
  ancestor(levels: number): Node | undefined {
    return this.ancestors[this.ancestors.length - levels];
  }
}
