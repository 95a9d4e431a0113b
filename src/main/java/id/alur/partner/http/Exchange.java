package id.alur.partner.http;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.cookie.StandardCookieSpec;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.io.HttpClientConnectionManager;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.HttpRequestExecutor;
import org.apache.hc.core5.http.io.HttpClientConnection;
import org.apache.hc.core5.http.io.HttpResponseInformationCallback;
import org.apache.hc.core5.http.io.entity.EntityTemplate;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.util.Timeout;

/**
 * One request and its answer, over a connection of its own: a kept one may be dead, and its request's outcome unknown for
 * no reason. Nothing is repeated, followed or unpacked.
 */
final class Exchange {

  private static final Duration LONGEST_CONNECT = Duration.ofSeconds(10);
  private static final int LONGEST_HEADER = 16 * 1024;
  private static final int MOST_HEADERS = 100;
  private static final int COPY_BYTES = 64 * 1024;

  private final Call call;
  private final long maxBytes;
  private final AllowedAddress address;
  private final NameLookup names;
  private final ExecutorService helpers;
  private final HttpUriRequestBase request;
  private final long began = System.nanoTime();

  private CountedStream body;
  private boolean leadsElsewhere;
  private boolean sending;
  private String outcome = "failed";
  private volatile boolean deadlinePassed;

  Exchange(Call call, long maxBytes, AllowedAddress address, NameLookup names, ExecutorService helpers) {
    this.call = call;
    this.maxBytes = maxBytes;
    this.address = address;
    this.names = names;
    this.helpers = helpers;
    this.request = new HttpUriRequestBase(call.method(), call.uri());
  }

  /** Ends the exchange wherever it is; for another thread. */
  void passDeadline() {
    deadlinePassed = true;
    request.cancel();
  }

  <T> T run(TlsSocketStrategy trusted, AnswerReader<T> reader) {
    if (isTimeOver()) {
      throw failure(noTimeLeft());
    }
    prepare();
    try (CloseableHttpClient client = client(trusted)) {
      return read(open(client), reader);
    } catch (IOException e) {
      CallFailed failure = failure(e);
      outcome = failure.getClass().getSimpleName();
      throw failure;
    } finally {
      // not close(): that would first read what is left of the body
      request.cancel();
    }
  }

  /** For the log. */
  @Override
  public String toString() {
    return "%s: %s after %d ms, %d bytes to send, %d received".formatted(call, outcome, took().toMillis(),
        call.body() == null ? 0 : call.body().length(), body == null ? 0 : body.count());
  }

  private void prepare() {
    call.headers().forEach(request::setHeader);
    if (call.body() != null) {
      request.setEntity(new EntityTemplate(call.body().length(), ContentType.parse(call.body().contentType()), null,
          this::writeBody));
    }
    request.setConfig(RequestConfig.custom()
        .setResponseTimeout(timeout(call.longestSilence()))
        .setAuthenticationEnabled(false)
        .setProtocolUpgradeEnabled(false)
        .setCookieSpec(call.session() == null ? StandardCookieSpec.IGNORE : StandardCookieSpec.STRICT)
        .build());
  }

  private CloseableHttpClient client(TlsSocketStrategy trusted) {
    return HttpClients.custom()
        .setConnectionManager(connections(trusted))
        .setConnectionReuseStrategy((sent, received, context) -> false)
        .setRequestExecutor(new Executor())
        .setUserAgent("Alur")
        .disableAutomaticRetries()
        .disableRedirectHandling()
        .disableContentCompression()
        .disableAuthCaching()
        .build();
  }

  private HttpClientConnectionManager connections(TlsSocketStrategy trusted) {
    return PoolingHttpClientConnectionManagerBuilder.create()
        .setDnsResolver(new PermittedNames())
        .setTlsSocketStrategy(trusted)
        .setDefaultConnectionConfig(ConnectionConfig.custom()
            .setConnectTimeout(timeout(longestConnect()))
            .setSocketTimeout(timeout(call.longestSilence()))
            .build())
        .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
            .http1Config(Http1Config.custom()
                .setMaxLineLength(LONGEST_HEADER).setMaxHeaderCount(MOST_HEADERS).build())
            .build())
        .build();
  }

  private ClassicHttpResponse open(CloseableHttpClient client) throws IOException {
    HttpClientContext context = HttpClientContext.create();
    if (call.session() != null) {
      context.setCookieStore(call.session().cookies());
    }
    try {
      return client.executeOpen(target(), request, context);
    } catch (IllegalStateException cancelledInBetween) {
      throw new IOException("cancelled", cancelledInBetween);
    }
  }

  private HttpHost target() {
    return new HttpHost(address.scheme(), address.host(), address.port(call.uri()));
  }

  private <T> T read(ClassicHttpResponse response, AnswerReader<T> reader) throws IOException {
    HttpEntity entity = response.getEntity();
    outcome = Integer.toString(response.getCode());
    if (entity != null && entity.getContentLength() > maxBytes) {
      throw new CountedStream.TooLarge(maxBytes);
    }
    body = new CountedStream(entity == null ? InputStream.nullInputStream() : entity.getContent(), maxBytes);
    try {
      T result = reader.read(head(response), body);
      if (deadlinePassed) {
        throw new IOException("cut by the deadline");
      }
      return result;
    } catch (IOException e) {
      if (!body.failed() && !deadlinePassed) {
        throw new UncheckedIOException(e);
      }
      throw e;
    }
  }

  private static AnswerHead head(ClassicHttpResponse response) {
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (Header header : response.getHeaders()) {
      headers.putIfAbsent(header.getName(), header.getValue());
    }
    return new AnswerHead(response.getCode(), headers);
  }

  private void writeBody(OutputStream out) throws IOException {
    byte[] buffer = new byte[COPY_BYTES];
    for (long left = call.body().length(); left > 0; ) {
      int count = call.body().content().read(buffer, 0, (int) Math.min(left, buffer.length));
      if (count < 0) {
        throw new EOFException("the body is shorter than was said");
      }
      out.write(buffer, 0, count);
      left -= count;
    }
  }

  private CallFailed failure(IOException e) {
    String host = address.host();
    String message = call + ": " + (deadlinePassed ? "deadline of " + call.deadline() : e.getClass().getSimpleName());
    if (leadsElsewhere) {
      return new NotAllowed(call + ": leads to a network that is not allowed", host);
    }
    if (sending) {
      return new OutcomeUnknown(message, "Permintaan sudah dikirim ke " + host + ", tetapi " + whyNoAnswer(e)
          + ". Mungkin sudah diproses: jangan mengirim lagi sebelum memeriksanya di " + host + ".", tellable(e));
    }
    return new CertainlyNotSent(message, whyNotSent(e, host)
        + " Tidak ada yang terkirim. Coba lagi nanti, atau kerjakan langkah ini dengan tangan.", tellable(e));
  }

  private String whyNoAnswer(IOException e) {
    if (deadlinePassed) {
      return "jawabannya belum lengkap sampai batas waktu " + call.deadline().toSeconds() + " detik";
    }
    return e instanceof CountedStream.TooLarge ? "jawabannya terlalu besar" : "jawabannya tidak sampai dengan utuh";
  }

  private static String whyNotSent(IOException e, String host) {
    if (e instanceof UnknownHostException) {
      return "Alamat " + host + " tidak ditemukan.";
    }
    return e instanceof SSLException
        ? "Sertifikat " + host + " tidak dapat dipercaya." : "Alur tidak dapat tersambung ke " + host + ".";
  }

  /** What the library says of an answer that it does not understand quotes it. */
  private static Throwable tellable(IOException e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof HttpException) {
        return null;
      }
    }
    return e;
  }

  private Duration took() {
    return Duration.ofNanos(System.nanoTime() - began);
  }

  private boolean isTimeOver() {
    return took().compareTo(call.deadline()) >= 0;
  }

  private static IOException noTimeLeft() {
    return new InterruptedIOException("no time left");
  }

  private Duration longestConnect() {
    return call.deadline().compareTo(LONGEST_CONNECT) < 0 ? call.deadline() : LONGEST_CONNECT;
  }

  private static Timeout timeout(Duration duration) {
    return Timeout.of(duration);
  }

  /** From its first step on, bytes of the request may have left. */
  private final class Executor extends HttpRequestExecutor {
    @Override
    public ClassicHttpResponse execute(ClassicHttpRequest request, HttpClientConnection connection,
        HttpResponseInformationCallback information, HttpContext context) throws IOException, HttpException {
      if (isTimeOver()) {
        throw noTimeLeft(); // the process was frozen meanwhile: others may rely on it that nothing is sent any more
      }
      sending = true;
      return super.execute(request, connection, information, context);
    }
  }

  /** Only what may be called of the addresses that are really connected: a check before would be of other ones. */
  private final class PermittedNames extends SystemDefaultDnsResolver {
    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
      InetAddress[] found = lookUp(host);
      InetAddress[] permitted = Arrays.stream(found).filter(address::permits).toArray(InetAddress[]::new);
      leadsElsewhere = permitted.length == 0;
      if (leadsElsewhere) {
        throw new UnknownHostException(host);
      }
      return permitted;
    }

    /** On another thread: the platform's own look-up knows no deadline. */
    private InetAddress[] lookUp(String host) throws UnknownHostException {
      Future<InetAddress[]> lookup = helpers.submit(() -> names.addressesOf(host));
      try {
        return lookup.get(longestConnect().minus(took()).toMillis(), TimeUnit.MILLISECONDS);
      } catch (ExecutionException | TimeoutException e) {
        throw new UnknownHostException(host);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new UnknownHostException(host);
      }
    }
  }

  /** The platform's look-up of names, for tests to replace. */
  @FunctionalInterface
  interface NameLookup {
    InetAddress[] addressesOf(String host) throws UnknownHostException;
  }
}
