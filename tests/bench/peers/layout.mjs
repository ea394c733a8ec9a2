// One iteration of d3-force or ngraph.forcelayout on a graph that the benchmark wrote, as JSON. Started by tests/bench/layout.cpp:
//   node layout.mjs FOLDER-OF-PACKAGES PEER GRAPH.json WARM-UP ITERATIONS
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const [folder, peer, path, warmUp, iterations] = process.argv.slice(2);
const { resolve } = createRequire(folder + '/package.json');
const load = name => import(pathToFileURL(resolve(name)).href);
const graph = JSON.parse(readFileSync(path));

const peers = {
  // Many-body force, links, and velocities that decay: a simulation as its documentation sets it up. theta is 0.9 anyway.
  async 'd3-force'() {
    const { forceSimulation, forceManyBody, forceLink } = await load('d3-force');
    const nodes = graph.x.map((x, i) => ({ x, y: graph.y[i] }));
    const links = graph.ties.map(([source, target]) => ({ source, target }));
    const simulation = forceSimulation(nodes).alphaDecay(0.001).stop()
      .force('charge', forceManyBody().theta(0.9)).force('link', forceLink(links));
    return () => simulation.tick();
  },
  async 'ngraph.forcelayout'() {
    const createGraph = (await load('ngraph.graph')).default, createLayout = (await load('ngraph.forcelayout')).default;
    const network = createGraph();
    graph.x.forEach((_, i) => network.addNode(i));
    for (const [a, b] of graph.ties) network.addLink(a, b);
    const layout = createLayout(network, { theta: 0.9 });
    graph.x.forEach((x, i) => layout.setNodePosition(i, x, graph.y[i]));
    return () => layout.step();
  },
};

const next = await peers[peer]();
for (let i = 0; i < warmUp; ++i) next();
const times = [];
for (let i = 0; i < iterations; ++i) {
  const start = process.cpuUsage();
  next();
  const used = process.cpuUsage(start);
  times.push((used.user + used.system) / 1000);
}
times.sort((a, b) => a - b);
console.log(JSON.stringify({ peer, p50_cpu_ms: times[times.length >> 1] }));
