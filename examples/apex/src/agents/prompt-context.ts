/** The variables of a prompt template. */
export class PromptContext {
  private readonly variables = new Map<string, string>();

  set(name: string, value: string): this {
    this.variables.set(name, value);
    return this;
  }

  render(template: string): string {
    return template.replace(/\{(\w+)\}/g, (whole, name: string) => this.variables.get(name) ?? whole);
  }
}

export const defaultPrompt = new PromptContext().set('tone', 'friendly');
