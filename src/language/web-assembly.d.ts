/** As much of WebAssembly as descent.ts uses: the types of the language without a browser have none of it. */
declare namespace WebAssembly {
  class Module {
    constructor(bytes: Uint8Array);
  }
  class Memory {
    constructor(size: { readonly initial: number });
    readonly buffer: ArrayBuffer;
  }
  class Instance {
    constructor(module: Module, imports: { readonly memory: { readonly all: Memory } });
    readonly exports: Readonly<Record<string, unknown>>;
  }
}
