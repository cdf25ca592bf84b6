// usage: node run-cell.mjs KERNEL…   starts the kernel as VS Code does, runs a cell, asks for shutdown
import { spawn } from "node:child_process";
import { createHmac, randomUUID } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Dealer, Subscriber } from "zeromq";

const key = randomUUID();
const session = randomUUID();

async function freePorts(count) {
  const servers = await Promise.all(Array.from({ length: count }, () => new Promise(done => {
    const server = createServer().listen(0, "127.0.0.1", () => done(server));
  })));
  const ports = servers.map(server => server.address().port);
  await Promise.all(servers.map(server => new Promise(done => server.close(done))));
  return ports;
}

// VS Code connects to shell and iopub with bare TCP first, to see whether the kernel listens.
async function probe(port) {
  for (;;) {
    const open = await new Promise(done => {
      const socket = connect(port, "127.0.0.1", () => { socket.destroy(); done(true); });
      socket.on("error", () => done(false));
    });
    if (open) return;
    await new Promise(done => setTimeout(done, 50));
  }
}

function request(type, content) {
  const header = { msg_id: randomUUID(), msg_type: type, session, username: "node", version: "5.3", date: new Date().toISOString() };
  const parts = [header, {}, {}, content].map(part => JSON.stringify(part));
  const signature = parts.reduce((hmac, part) => hmac.update(part), createHmac("sha256", key)).digest("hex");
  return ["<IDS|MSG>", signature, ...parts];
}

async function receive(socket) {
  const frames = (await socket.receive()).map(frame => frame.toString());
  const at = frames.indexOf("<IDS|MSG>");
  return { type: JSON.parse(frames[at + 2]).msg_type, parent: JSON.parse(frames[at + 3]), content: JSON.parse(frames[at + 5]) };
}

const [shell_port, iopub_port, stdin_port, control_port, hb_port] = await freePorts(5);
const folder = mkdtempSync(join(tmpdir(), "node-kernel-"));
const file = join(folder, "connection.json");
writeFileSync(file, JSON.stringify({
  shell_port, iopub_port, stdin_port, control_port, hb_port, ip: "127.0.0.1", transport: "tcp", key, signature_scheme: "hmac-sha256",
}));
const kernel = spawn(process.argv[2], [...process.argv.slice(3), "--connection", file], { stdio: "inherit" });
const ended = new Promise(done => kernel.on("exit", done));
await probe(shell_port);
await probe(iopub_port);

const shell = new Dealer({ routingId: session });
const control = new Dealer({ routingId: session });
const iopub = new Subscriber();
shell.connect(`tcp://127.0.0.1:${shell_port}`);
control.connect(`tcp://127.0.0.1:${control_port}`);
iopub.connect(`tcp://127.0.0.1:${iopub_port}`);
iopub.subscribe();

// The subscription is in place once a status arrives, so kernel_info is asked until one does.
let heard = receive(iopub);
for (;;) {
  await shell.send(request("kernel_info_request", {}));
  if (await Promise.race([heard, new Promise(done => setTimeout(done, 500, null))])) break;
}

const execute = request("execute_request", { code: "6 * 7", silent: false, store_history: true, user_expressions: {}, allow_stdin: false, stop_on_error: true });
const id = JSON.parse(execute[2]).msg_id;
await shell.send(execute);
for (;;) {
  const message = await receive(iopub);
  if (message.parent.msg_id !== id) continue;
  console.log(message.type, message.content.data?.["text/plain"] ?? message.content.execution_state ?? "");
  if (message.content.execution_state === "idle") break;
}

await control.send(request("shutdown_request", { restart: false }));
console.log((await receive(control)).type, await ended);
[shell, control, iopub].forEach(socket => socket.close());
rmSync(folder, { recursive: true });
