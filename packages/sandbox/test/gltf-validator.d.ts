declare module 'gltf-validator' {
  /** What the validator of the Khronos Group says of a file. */
  export function validateBytes(bytes: Uint8Array): Promise<{
    readonly issues: { readonly numErrors: number; readonly numWarnings: number };
    readonly info: { readonly hasTextures: boolean; readonly totalTriangleCount: number };
  }>;
}
