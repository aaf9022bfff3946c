// A receiver of webhooks that checks signatures with the package of Standard Webhooks: 204 to what it believes, 400 else.
const http = require('http');
const { Webhook } = require('standardwebhooks');

const webhook = new Webhook(process.env.SECRET);
const server = http.createServer((request, response) => {
  const parts = [];
  request.on('data', (part) => parts.push(part));
  request.on('end', () => {
    let status = 204;
    try {
      webhook.verify(Buffer.concat(parts).toString('utf8'), request.headers);
    } catch (refused) {
      status = 400;
    }
    response.writeHead(status).end();
  });
});
server.listen(0, '127.0.0.1', () => console.log(server.address().port));
