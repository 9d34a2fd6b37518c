// The links that hold records together: the strongest that connect them, so that the weakest of these is the bridge at
// which they would part first (Kruskal 1956).

export interface TreeLink {
  /** Indexes of two nodes. */
  readonly left: number;
  readonly right: number;
  readonly logOdds: number;
}

/** The links of a maximum spanning forest over `count` nodes, strongest first; ties in the order given. */
export function spanningTree<T extends TreeLink>(count: number, links: readonly T[]): T[] {
  const parent = Array.from({ length: count }, (_, index) => index);
  const find = (node: number): number => {
    let root = node;
    while (parent[root] !== root) root = parent[root] ?? root;
    parent[node] = root;
    return root;
  };
  return [...links]
    .sort((a, b) => b.logOdds - a.logOdds)
    .filter(({ left, right }) => {
      const [a, b] = [find(left), find(right)];
      if (a === b) return false;
      parent[a] = b;
      return true;
    });
}
