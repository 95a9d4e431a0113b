package id.alur.partner.http;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ServerSocketFactory;

/** A server on loopback that writes its answers byte by byte: whole and proper ones, and those that no library would. */
public final class LoopbackServer implements AutoCloseable {

  private static final int BACKLOG = 256;

  private final ServerSocket server;
  private final String scheme;
  private final Behaviour behaviour;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final AtomicInteger hits = new AtomicInteger();
  private final CountDownLatch closed = new CountDownLatch(1);

  /** Answers one request; the connection is closed when it returns. */
  @FunctionalInterface
  public interface Behaviour {
    void answer(Request request, Reply reply) throws IOException, InterruptedException;
  }

  /** What came in; the body ends where its length says. */
  public record Request(String method, String target, Map<String, String> headers, InputStream body) {

    public String path() {
      return target.replaceFirst("\\?.*", "");
    }

    public String text() throws IOException {
      return new String(body.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  public LoopbackServer(Behaviour behaviour) {
    this(0, behaviour);
  }

  public LoopbackServer(int port, Behaviour behaviour) {
    this("http", ServerSocketFactory.getDefault(), port, behaviour);
  }

  LoopbackServer(String scheme, ServerSocketFactory sockets, int port, Behaviour behaviour) {
    this.scheme = scheme;
    this.behaviour = behaviour;
    try {
      this.server = sockets.createServerSocket(port, BACKLOG, InetAddress.getByName("127.0.0.1"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    threads.execute(this::accept);
  }

  public int port() {
    return server.getLocalPort();
  }

  public URI uri(String path) {
    return URI.create(scheme + "://127.0.0.1:" + port() + path);
  }

  /** How many requests came in, each counted once its head was read. */
  public int hits() {
    return hits.get();
  }

  @Override
  public void close() {
    closed.countDown();
    try {
      server.close();
      for (Socket socket : open) {
        socket.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      threads.shutdownNow();
    }
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        open.add(socket);
        threads.execute(() -> serve(socket));
      } catch (SocketException e) {
        if (!server.isClosed()) {
          throw new UncheckedIOException(e);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      Request request = read(new BufferedInputStream(socket.getInputStream()));
      if (request != null) {
        hits.incrementAndGet();
        behaviour.answer(request, new Reply(socket));
      }
    } catch (IOException clientLeft) {
      // as clients do; the test looks at what the client made of it
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      open.remove(socket);
    }
  }

  private static Request read(BufferedInputStream in) throws IOException {
    String[] start = line(in).split(" ");
    if (start.length < 3) {
      return null;
    }
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      headers.put(line.substring(0, line.indexOf(':')), line.substring(line.indexOf(':') + 1).strip());
    }
    return new Request(start[0], start[1], headers, new Limited(in, Long.parseLong(headers.getOrDefault("Content-Length", "0"))));
  }

  private static String line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int b = in.read(); b >= 0 && b != '\n'; b = in.read()) {
      if (b != '\r') {
        line.write(b);
      }
    }
    return line.toString(StandardCharsets.ISO_8859_1);
  }

  private static final class Limited extends InputStream {
    private final InputStream in;
    private long left;

    Limited(InputStream in, long length) {
      this.in = in;
      this.left = length;
    }

    @Override
    public int read() throws IOException {
      int b = left > 0 ? in.read() : -1;
      left -= b < 0 ? 0 : 1;
      return b;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      if (left <= 0) {
        return -1;
      }
      int count = in.read(buffer, offset, (int) Math.min(length, left));
      left -= Math.max(count, 0);
      return count;
    }
  }

  /** The way back to the client. */
  public final class Reply {

    private final Socket socket;
    private final OutputStream out;

    private Reply(Socket socket) throws IOException {
      this.socket = socket;
      this.out = socket.getOutputStream();
    }

    /** A whole, proper answer. */
    public void send(int status, String contentType, String body, String... headers) throws IOException {
      byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
      head(status, "Content-Type: " + contentType, "Content-Length: " + bytes.length);
      for (String header : headers) {
        write(header + "\r\n");
      }
      write("\r\n");
      write(bytes);
    }

    /** The beginning of a head; an empty line ends it. */
    public void head(int status, String... headers) throws IOException {
      write("HTTP/1.1 " + status + " Simulated\r\nConnection: close\r\n");
      for (String header : headers) {
        write(header + "\r\n");
      }
    }

    public void write(String text) throws IOException {
      write(text.getBytes(StandardCharsets.UTF_8));
    }

    public void write(byte[] bytes) throws IOException {
      out.write(bytes);
      out.flush();
    }

    /** The same byte again and again, a tenth of a second apart, until the client leaves. */
    public void drip(char character) throws IOException, InterruptedException {
      while (!closed.await(100, TimeUnit.MILLISECONDS)) {
        write(String.valueOf(character));
      }
    }

    /** {@code bytes} bytes that form a JSON array of one text, as fast as they are taken. */
    public void json(long bytes) throws IOException {
      byte[] block = "a".repeat(1 << 16).getBytes(StandardCharsets.US_ASCII);
      write("[\"");
      for (long left = bytes - 4; left > 0; left -= block.length) {
        out.write(block, 0, (int) Math.min(left, block.length));
      }
      write("\"]");
    }

    /** Nothing at all, until the client leaves. */
    public void keepSilent() throws InterruptedException {
      closed.await();
    }

    /** Nothing for so long, unless the server is closed before. */
    public void pause(Duration duration) throws InterruptedException {
      closed.await(duration.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Cuts the connection as a crashed machine does. */
    public void cut() throws IOException {
      socket.setSoLinger(true, 0);
      socket.close();
    }
  }
}
