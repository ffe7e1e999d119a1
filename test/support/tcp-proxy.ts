import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

type Link = { readonly near: Socket; readonly far: Socket };

/** Stands between Heed and a server, and can take that server away in the ways in which servers go away. */
export type TcpProxy = {
  /** The same address, through the proxy. */
  through(url: string): string;
  /** Lets everything pass again, and what was held back first. */
  pass(): void;
  /** The server is down: open connections are reset, and so are new ones. */
  refuse(): void;
  /** The server is frozen: connections stay open and can be made, and nothing comes back. */
  freeze(): void;
  /** A firewall has forgotten the open connections: they stay silent for ever, and new ones pass. */
  forget(): void;
  close(): Promise<void>;
};

export async function startTcpProxy(target: string): Promise<TcpProxy> {
  const { hostname, port: targetPort } = new URL(target);
  let mode: 'pass' | 'refuse' | 'freeze' = 'pass';
  const links = new Set<Link>();
  const forgotten = new Set<Link>();

  const server = createServer((near) => {
    near.on('error', () => undefined);
    if (mode === 'refuse') {
      near.resetAndDestroy();
      return;
    }
    const far = connect(Number(targetPort), hostname);
    far.on('error', () => near.destroy());
    const link = { near, far };
    links.add(link);
    near.on('data', (bytes) => far.write(bytes));
    far.on('data', (bytes) => near.write(bytes));
    near.on('close', () => {
      far.destroy();
      links.delete(link);
      forgotten.delete(link);
    });
    far.on('close', () => near.destroy());
    if (mode === 'freeze') hold(link);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The proxy has no port.');

  return {
    through: (url) => {
      const proxied = new URL(url);
      proxied.hostname = '127.0.0.1';
      proxied.port = String(address.port);
      return proxied.toString();
    },
    pass: () => {
      mode = 'pass';
      for (const link of links) if (!forgotten.has(link)) release(link);
    },
    refuse: () => {
      mode = 'refuse';
      for (const { near, far } of links) {
        near.resetAndDestroy();
        far.destroy();
      }
    },
    freeze: () => {
      mode = 'freeze';
      for (const link of links) hold(link);
    },
    forget: () => {
      for (const link of links) {
        forgotten.add(link);
        hold(link);
      }
    },
    close: async () => {
      for (const { near, far } of links) {
        near.destroy();
        far.destroy();
      }
      server.close();
      await once(server, 'close');
    },
  };
}

function hold({ near, far }: Link): void {
  near.pause();
  far.pause();
}

function release({ near, far }: Link): void {
  near.resume();
  far.resume();
}
