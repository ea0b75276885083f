declare module "jsonld" {
  interface Options {
    format: "application/n-quads";
    documentLoader: (url: string) => never;
  }
  const jsonld: { toRDF: (document: unknown, options: Options) => Promise<string> };
  export default jsonld;
}
