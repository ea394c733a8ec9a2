// A plain broadcast by npm's ws: whatever one client sends goes to all others, nothing is kept or checked. Started by
// tests/bench/network.cpp; prints its port, and ends when the last client is gone:
//   node ws-broadcast.mjs FOLDER-OF-PACKAGES
import { createRequire } from 'node:module';

const { WebSocketServer } = createRequire(process.argv[2] + '/package.json')('ws');
const server = new WebSocketServer({ port: 0, host: '127.0.0.1', perMessageDeflate: false, backlog: 4096 });
server.on('listening', () => console.log(server.address().port));
server.on('connection', socket => {
  socket.on('message', data => {
    for (const other of server.clients) if (other !== socket && other.readyState === 1) other.send(data, { binary: true });
  });
  socket.on('close', () => server.clients.size === 0 && process.exit(0));
  socket.on('error', () => {});
});
