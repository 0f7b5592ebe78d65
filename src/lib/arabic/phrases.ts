/**
 * The phrases of a list as the alternatives of a pattern: one or more a line, between «|»; lines that begin with `//` are remarks. As
 * a tag of a template, in which `\` stands for itself.
 */
export function phrases({ raw }: TemplateStringsArray, ...inner: readonly string[]): string {
  return String.raw({ raw }, ...inner)
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "" && !line.startsWith("//"))
    .join("|");
}
