export interface Edge {
  from: number;
  to: number;
  weight: number;
}

/** Passes over the nodes of one level at most; the gain is nil long before. */
const MAX_PASSES = 20;

/**
 * Communities of an undirected weighted graph by Louvain's method, nodes visited in order of number, ties to the
 * smaller community, so the same graph gives the same communities. `resolution` above 1 makes them smaller.
 * Edges given twice add up. Source: Blondel et al. 2008, with Reichardt and Bornholdt's resolution.
 */
export function communitiesOf(nodes: number, edges: readonly Edge[], resolution: number): Int32Array {
  let graph = graphOf(nodes, edges);
  let assigned = Int32Array.from({ length: nodes }, (_, i) => i);
  for (;;) {
    const { community, count } = moveNodes(graph, resolution);
    assigned = assigned.map((node) => community[node] ?? 0);
    if (count === graph.length) return assigned;
    graph = merged(graph, community, count);
  }
}

type Graph = Map<number, number>[];

function graphOf(nodes: number, edges: readonly Edge[]): Graph {
  const graph: Graph = Array.from({ length: nodes }, () => new Map());
  for (const { from, to, weight } of edges) {
    graph[from]?.set(to, (graph[from]?.get(to) ?? 0) + weight);
    graph[to]?.set(from, (graph[to]?.get(from) ?? 0) + weight);
  }
  return graph;
}

function moveNodes(graph: Graph, resolution: number): { community: Int32Array; count: number } {
  const degree = graph.map((ties) => [...ties.values()].reduce((sum, weight) => sum + weight, 0));
  const total = degree.reduce((sum, value) => sum + value, 0) || 1;
  const community = Int32Array.from(graph, (_, i) => i);
  const mass = [...degree];
  for (let pass = 0, moved = true; moved && pass < MAX_PASSES; pass++) {
    moved = false;
    graph.forEach((ties, node) => {
      const own = community[node] ?? 0;
      const weight = degree[node] ?? 0;
      mass[own] = (mass[own] ?? 0) - weight;
      const toward = new Map<number, number>([[own, 0]]);
      for (const [other, tie] of ties) {
        if (other === node) continue;
        const group = community[other] ?? 0;
        toward.set(group, (toward.get(group) ?? 0) + tie);
      }
      const gain = (group: number) => (toward.get(group) ?? 0) - (resolution * weight * (mass[group] ?? 0)) / total;
      let best = own;
      for (const group of [...toward.keys()].sort((a, b) => a - b)) if (gain(group) > gain(best) + 1e-12) best = group;
      mass[best] = (mass[best] ?? 0) + weight;
      if (best === own) return;
      community[node] = best;
      moved = true;
    });
  }
  const numbers = new Map<number, number>();
  for (const group of community) if (!numbers.has(group)) numbers.set(group, numbers.size);
  return { community: community.map((group) => numbers.get(group) ?? 0), count: numbers.size };
}

function merged(graph: Graph, community: Int32Array, count: number): Graph {
  const next: Graph = Array.from({ length: count }, () => new Map());
  graph.forEach((ties, node) => {
    const from = community[node] ?? 0;
    for (const [other, weight] of ties) {
      const to = community[other] ?? 0;
      next[from]?.set(to, (next[from]?.get(to) ?? 0) + weight);
    }
  });
  return next;
}
