// Reads the product's own source files and asks TypeScript what each imports; the architecture tests judge the answers.
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, posix, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";

export const root = join(dirname(fileURLToPath(import.meta.url)), "../..");
export const floors = ["app", "server", "words", "domain"] as const;
export type Floor = (typeof floors)[number];

/** How an import is written: `import type`, an `import { type X }` that still loads the module, or a plain one. */
export type Manner = "type" | "inline-type" | "value";
export type Import = {
  /** The importing file, from the root, with forward slashes. */
  readonly file: string;
  readonly line: number;
  readonly specifier: string;
  readonly manner: Manner;
  /** Loaded when a call asks for it, `import("…")`, not with the file. */
  readonly lazy: boolean;
};

const generated = /^(prisma\/(client|migrations)\/|.*\/node_modules\/)/;

/** Every file below these folders whose name ends so, from the root; generated code is left out. */
export function filesBelow(folders: readonly string[], ends: RegExp): string[] {
  const entries = folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true }),
  );
  return entries
    .filter((entry) => entry.isFile() && ends.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .filter((file) => !generated.test(file))
    .sort();
}

export const textOf = (file: string): string => readFileSync(join(root, file), "utf8");
export const parse = (file: string, text = textOf(file)): ts.SourceFile =>
  ts.createSourceFile(
    file,
    text,
    ts.ScriptTarget.Latest,
    true,
    file.endsWith("x") ? ts.ScriptKind.TSX : ts.ScriptKind.TS,
  );

/** Every node of a file, outermost first. */
export function* nodesOf(node: ts.Node): Generator<ts.Node> {
  yield node;
  const children: ts.Node[] = [];
  ts.forEachChild(node, (child) => {
    children.push(child);
  });
  for (const child of children) yield* nodesOf(child);
}

/** Every import of a file: static, dynamic, re-exported, `require`, `import.meta.glob` and `import("…").Type`. */
export function importsOf(file: string, text?: string): Import[] {
  const source = parse(file, text);
  return [...nodesOf(source)].flatMap((node) => {
    const found = readImport(node);
    const line = source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1;
    return found ? [{ file, line, ...found }] : [];
  });
}

type Written = Pick<Import, "specifier" | "manner" | "lazy">;

function readImport(node: ts.Node): Written | null {
  const written = (specifier: ts.Node | undefined, manner: Manner, lazy = false): Written => ({
    specifier: literal(specifier),
    manner,
    lazy,
  });
  if (ts.isImportDeclaration(node)) return written(node.moduleSpecifier, mannerOf(node.importClause));
  if (ts.isExportDeclaration(node) && node.moduleSpecifier) {
    const elements =
      node.exportClause && ts.isNamedExports(node.exportClause) ? node.exportClause.elements : [];
    return written(node.moduleSpecifier, named(node.isTypeOnly, elements));
  }
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
    return written(node.argument.literal, "type");
  }
  if (ts.isImportEqualsDeclaration(node) && ts.isExternalModuleReference(node.moduleReference)) {
    return written(node.moduleReference.expression, node.isTypeOnly ? "type" : "value");
  }
  if (!ts.isCallExpression(node)) return null;
  const called = node.expression;
  const loads =
    called.kind === ts.SyntaxKind.ImportKeyword ||
    (ts.isIdentifier(called) && called.text === "require") ||
    called.getText().startsWith("import.meta.glob");
  return loads ? written(node.arguments[0], "value", true) : null;
}

const literal = (node: ts.Node | undefined): string =>
  node && ts.isStringLiteralLike(node) ? node.text : "(computed)";

function mannerOf(clause: ts.ImportClause | undefined): Manner {
  if (!clause) return "value";
  const bindings = clause.namedBindings;
  const elements = bindings && ts.isNamedImports(bindings) ? bindings.elements : [];
  return named(clause.isTypeOnly, elements);
}

const named = (typeOnly: boolean, elements: readonly (ts.ImportSpecifier | ts.ExportSpecifier)[]): Manner => {
  if (typeOnly) return "type";
  return elements.some((element) => element.isTypeOnly) ? "inline-type" : "value";
};

/** Where an import points: a file of this repository from the root, or the package's specifier as it is. */
export function targetOf({
  file,
  specifier,
}: Pick<Import, "file" | "specifier">): { readonly path: string } | { readonly package: string } {
  if (specifier.startsWith(".")) return { path: posix.normalize(posix.join(posix.dirname(file), specifier)) };
  if (specifier.startsWith("#")) return { path: posix.normalize(specifier.slice(1)) };
  if (specifier.startsWith("/")) return { path: specifier.slice(1) };
  return { package: specifier };
}

export const sourceFiles = (of: readonly string[] = floors): string[] => filesBelow(of, /\.tsx?$/);
export const floorOf = (path: string): string => path.split("/")[0]!;
