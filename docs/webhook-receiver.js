// A receiver of webhooks to begin with: checks signature and time with the npm package `standardwebhooks`, takes each webhook-id once,
// and answers 204 to what it believes, 400 else. SECRET is the target's secret, PORT where it listens (nothing: a free port).
const http = require('http');
const { Webhook } = require('standardwebhooks');

const webhook = new Webhook(process.env.SECRET);
const handled = new Set(); // keep them where they outlive a restart
const server = http.createServer((request, response) => {
  const parts = [];
  request.on('data', (part) => parts.push(part));
  request.on('end', () => {
    let told;
    try {
      told = webhook.verify(Buffer.concat(parts).toString('utf8'), request.headers);
    } catch (refused) {
      console.log(`refused: ${refused.message}`);
      response.writeHead(400).end();
      return;
    }
    const id = request.headers['webhook-id'];
    console.log(handled.has(id) ? `again ${id}` : `${told.type} ${id} ${told.text}`);
    handled.add(id);
    response.writeHead(204).end();
  });
});
server.listen(process.env.PORT || 0, '127.0.0.1', () => console.log(server.address().port));
