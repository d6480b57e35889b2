/** What frameworks look up by name: such exports say nothing about what a module is for. */
const FRAMEWORK_EXPORTS: ReadonlySet<string> = new Set(
  [
    'GET POST PUT PATCH DELETE HEAD OPTIONS loader action meta links headers handle page layout load',
    'actions handler middleware config render register bootstrap main generateMetadata',
    'generateStaticParams getServerSideProps getStaticProps getStaticPaths up down seed mount',
    'unmount setup teardown clientLoader clientAction shouldRevalidate activate deactivate',
  ].flatMap((names) => names.split(' ')),
);

/**
 * Whether an exported function is there because a framework asks for it by this name (`GET`, `loader`, `up`), or is a
 * component (`Layout`).
 */
export function isFrameworkExport(name: string): boolean {
  return FRAMEWORK_EXPORTS.has(name) || /^\p{Lu}\p{L}*\p{Ll}/u.test(name);
}
