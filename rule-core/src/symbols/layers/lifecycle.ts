const LIFECYCLE =
  /^(?:dispose|destroy|close|shutdown|init|initialize|initialise|start|stop|connect|disconnect|connectedCallback|onModuleInit|onModuleDestroy|ngOnInit|ngOnDestroy|toString|toJSON)$/u;

/** Whether a method comes with holding something, whatever that is: it is left out of every ratio. */
export function isLifecycle(name: string): boolean {
  return LIFECYCLE.test(name);
}
