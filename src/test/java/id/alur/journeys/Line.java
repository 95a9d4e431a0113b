package id.alur.journeys;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A line to the server that can be cut and mended, also in the middle of an upload; browsers' own tools cannot. */
final class Line implements Closeable {

  private final int serverPort;
  private final ServerSocket entrance;
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private volatile boolean cut;
  private volatile long cutAfterBytes = Long.MAX_VALUE;

  Line(int serverPort) throws IOException {
    this.serverPort = serverPort;
    this.entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    threads.execute(this::accept);
  }

  int port() {
    return entrance.getLocalPort();
  }

  /** Ends all connections; new ones end at once. */
  void cut() {
    cut = true;
    sockets.forEach(Line::close);
  }

  /** Cuts the line once a connection has carried so many bytes to the server. */
  void cutAfter(long bytes) {
    cutAfterBytes = bytes;
  }

  void mend() {
    cutAfterBytes = Long.MAX_VALUE;
    cut = false;
  }

  @Override
  public void close() throws IOException {
    entrance.close();
    cut();
    threads.shutdownNow();
  }

  private void accept() {
    while (!entrance.isClosed()) {
      try {
        connect(entrance.accept());
      } catch (IOException ended) {
        return;
      }
    }
  }

  private void connect(Socket browser) throws IOException {
    if (cut) {
      browser.close();
      return;
    }
    Socket server = new Socket(InetAddress.getLoopbackAddress(), serverPort);
    sockets.add(browser);
    sockets.add(server);
    threads.execute(() -> carry(browser, server, true));
    threads.execute(() -> carry(server, browser, false));
  }

  private void carry(Socket from, Socket to, boolean towardsServer) {
    byte[] buffer = new byte[16 * 1024];
    long carried = 0;
    try (from; to; InputStream in = from.getInputStream(); OutputStream out = to.getOutputStream()) {
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        out.write(buffer, 0, count);
        carried += count;
        if (towardsServer && carried > cutAfterBytes) {
          cut();
        }
      }
    } catch (IOException ended) {
      close(to); // a connection that ended at one side ends at the other
    }
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
