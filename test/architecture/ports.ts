import { lineAt, type Node, type Source, walk } from './source.ts';

/** The loop on one screen, and what runs its steps: they hand on every port. */
const STEPS = 'worker/loop/steps.ts';
const RUNNERS = [STEPS, 'worker/loop/work.ts'];

/** Functions of the loop that take every port, though they are no step: they name too little of what they touch. */
export function takesEveryPort(sources: Source[]): string[] {
  const steps = sources.find(({ path }) => path === STEPS);
  const isStep = new Set(steps ? namesImported(steps) : []);
  const loop = sources.filter(({ path }) => path.startsWith('worker/loop/') && !RUNNERS.includes(path));
  return loop.flatMap(({ path, text, program }) => {
    const found: string[] = [];
    walk(program, (node) => {
      if (node.type !== 'FunctionDeclaration' && node.type !== 'ArrowFunctionExpression') return;
      const name = (node.id as { name: string } | null)?.name ?? 'a function';
      if (!isStep.has(name) && (node.params as Node[]).some(isEveryPort))
        found.push(`${path}:${lineAt(text, node.start)} ${name} takes every port`);
    });
    return found;
  });
}

function namesImported({ program }: Source): string[] {
  const names: string[] = [];
  walk(program, (node) => {
    if (node.type === 'ImportSpecifier') names.push((node.imported as { name: string }).name);
  });
  return names;
}

function isEveryPort(parameter: Node): boolean {
  const annotation = (parameter.typeAnnotation as { typeAnnotation?: Node } | undefined)?.typeAnnotation;
  return annotation?.type === 'TSTypeReference' && (annotation.typeName as { name?: string }).name === 'Ports';
}
