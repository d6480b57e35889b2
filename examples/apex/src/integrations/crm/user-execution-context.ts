/** On whose behalf the CRM is asked. */
export class UserExecutionContext {
  constructor(
    readonly userId: string,
    readonly crmAccount: string,
  ) {}

  headers(): Record<string, string> {
    return { 'x-crm-account': this.crmAccount, 'x-crm-user': this.userId };
  }
}
