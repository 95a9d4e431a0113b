package id.alur.partner.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.sun.management.ThreadMXBean;
import id.alur.partner.http.LoopbackServer.Behaviour;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Calls to servers in every mood: each has its own end, within its deadline, after at most one request. */
@Timeout(10)
class PartnerHttpTest {

  private static final Duration DEADLINE = Duration.ofMillis(900);
  private static final long MANY_BYTES = 200L << 20;
  private static final long FEW_BYTES = 12L << 20;

  private LoopbackServer server;
  private PartnerHttp http;

  @AfterEach
  void close() {
    if (server != null) {
      server.close();
    }
    if (http != null) {
      http.destroy();
    }
  }

  @Test
  void anAnswerIsAnAnswerWhateverItsStatus() {
    for (int status : new int[] {200, 201, 400, 401, 403, 404, 422, 429, 500, 503}) {
      serve((request, reply) -> reply.send(status, "application/json", "{\"halo\":\"é\"}", "X-Number: 7"));

      Answer answer = http.send(post());

      assertThat(answer.status()).isEqualTo(status);
      assertThat(answer.text()).isEqualTo("{\"halo\":\"é\"}");
      assertThat(answer.head().header("x-number")).contains("7");
      assertThat(server.hits()).isOne();
      server.close();
    }
  }

  @Test
  void sendsMethodPathHeadersAndBodyAsTheyAre() {
    serve((request, reply) -> reply.send(200, "text/plain", request.method() + " " + request.target() + " "
        + request.headers().get("Authorization") + " " + request.headers().get("Content-Type") + " " + request.text()));

    Answer answer = http.send(Call.post("test", server.uri("/a%20b?c=d%2Fe"), Body.form(Map.of("kata", "a&b=é")))
        .header("Authorization", "Bearer abc"));

    assertThat(answer.text())
        .isEqualTo("POST /a%20b?c=d%2Fe Bearer abc application/x-www-form-urlencoded kata=a%26b%3D%C3%A9");
  }

  @Test
  void anAnswerWithoutABodyIsEmpty() {
    serve((request, reply) -> {
      reply.head(204);
      reply.write("\r\n");
    });

    assertThat(http.send(get()).body()).isEmpty();
  }

  @Test
  void aRefusedConnectionIsCertainlyNotSent() throws IOException {
    int port;
    try (ServerSocket closed = new ServerSocket(0)) {
      port = closed.getLocalPort();
    }
    http = Partners.onLoopback(port);

    CertainlyNotSent failure = catchThrowableOfType(CertainlyNotSent.class,
        () -> http.send(Call.get("test", URI.create("http://127.0.0.1:" + port + "/"))));

    assertThat(failure.sentence()).contains("tidak dapat tersambung ke 127.0.0.1", "Tidak ada yang terkirim");
  }

  @Test
  void aConnectionThatIsNotTakenUpIsCertainlyNotSentAtTheDeadline() throws IOException {
    List<Socket> fill = new ArrayList<>();
    try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      for (int i = 0; i < 3; i++) {
        Socket socket = new Socket();
        fill.add(socket);
        try {
          socket.connect(full.getLocalSocketAddress(), 100);
        } catch (IOException itIsFull) {
          break;
        }
      }
      http = Partners.onLoopback(full.getLocalPort());

      assertThatThrownBy(() -> http.send(Call.get("test", URI.create("http://127.0.0.1:" + full.getLocalPort() + "/"))
          .within(DEADLINE))).isInstanceOf(CertainlyNotSent.class);
    } finally {
      for (Socket socket : fill) {
        socket.close();
      }
    }
  }

  @Test
  void nothingIsSentWithoutTimeLeft() {
    serve((request, reply) -> reply.send(200, "text/plain", "terlambat"));

    assertThatThrownBy(() -> http.send(post().within(Duration.ofMillis(-1)))).isInstanceOf(CertainlyNotSent.class);
    assertThatThrownBy(() -> http.send(post().within(Duration.ZERO))).isInstanceOf(CertainlyNotSent.class);
    assertThat(server.hits()).isZero();
  }

  @Test
  void anUnknownNameIsCertainlyNotSent() {
    http = Partners.resolving(InetAddress::getAllByName, Partners.entry("http", "tidak-ada.invalid", new int[] {80}));

    CertainlyNotSent failure = catchThrowableOfType(CertainlyNotSent.class,
        () -> http.send(Call.get("test", URI.create("http://tidak-ada.invalid/")).within(DEADLINE)));

    assertThat(failure).isNotInstanceOf(NotAllowed.class);
    assertThat(failure.sentence()).contains("Alamat tidak-ada.invalid tidak ditemukan");
  }

  @Test
  void aLookUpOfANameThatHangsEndsAtTheDeadline() {
    Object never = new Object();
    http = Partners.resolving(host -> {
      synchronized (never) {
        try {
          never.wait();
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
        return new InetAddress[0];
      }
    }, Partners.entry("http", "lambat.contoh", new int[] {80}));

    assertThatThrownBy(() -> http.send(Call.get("test", URI.create("http://lambat.contoh/")).within(DEADLINE)))
        .isInstanceOf(CertainlyNotSent.class);
  }

  @Test
  void silenceIsUnknown() {
    assertUnknown((request, reply) -> reply.keepSilent(), "belum lengkap sampai batas waktu");
  }

  @Test
  void silenceMayEndEarlierThanTheDeadline() {
    serve((request, reply) -> reply.keepSilent());

    assertThatThrownBy(() -> http.send(post().within(Duration.ofSeconds(9)).silentFor(Duration.ofMillis(300))))
        .isInstanceOf(OutcomeUnknown.class);
    assertThat(server.hits()).isOne();
  }

  @Test
  void anEndlessDripOfTheHeadIsUnknown() {
    assertUnknown((request, reply) -> {
      reply.head(200, "X-Drip: ");
      reply.drip('a');
    }, "batas waktu");
  }

  @Test
  void anEndlessDripOfTheBodyIsUnknown() {
    assertUnknown((request, reply) -> {
      reply.head(200, "Content-Length: 1000000");
      reply.write("\r\n");
      reply.drip('a');
    }, "batas waktu");
  }

  @Test
  void anEndlessDripOfABodyOfUnsaidLengthIsUnknown() {
    assertUnknown((request, reply) -> {
      reply.head(200);
      reply.write("\r\n");
      reply.drip('a');
    }, "batas waktu");
  }

  @Test
  void answersThatOnlySayContinueForEverAreUnknown() {
    assertUnknown((request, reply) -> {
      while (true) {
        reply.write("HTTP/1.1 100 Continue\r\n\r\n");
      }
    }, "batas waktu");
  }

  @Test
  void aHeadWithoutEndIsUnknown() {
    assertUnknown((request, reply) -> {
      reply.head(200);
      while (true) {
        reply.write("X-More: " + "a".repeat(1000) + "\r\n");
      }
    }, "tidak sampai dengan utuh");
  }

  @Test
  void aConnectionCutBeforeTheAnswerIsUnknownAndNotRepeated() {
    assertUnknown((request, reply) -> reply.cut(), "tidak sampai dengan utuh");
  }

  @Test
  void aConnectionClosedBeforeTheAnswerIsUnknownAndNotRepeated() {
    assertUnknown((request, reply) -> {}, "tidak sampai dengan utuh");
  }

  @Test
  void aConnectionCutInTheBodyIsUnknown() {
    assertUnknown((request, reply) -> {
      reply.head(200, "Content-Length: 100");
      reply.write("\r\nhalf");
    }, "tidak sampai dengan utuh");
  }

  @Test
  void aChunkedBodyWithoutItsEndIsUnknown() {
    assertUnknown((request, reply) -> {
      reply.head(200, "Transfer-Encoding: chunked");
      reply.write("\r\n4\r\nhalf\r\n");
    }, "tidak sampai dengan utuh");
  }

  @Test
  void whatIsNoHttpIsUnknownAndNotQuoted() {
    OutcomeUnknown failure = assertUnknown((request, reply) -> {
      reply.head(200, "kata sandi rahasia tanpa titik dua");
      reply.write("\r\n");
    }, "tidak sampai dengan utuh");

    assertThat(failure).hasMessageNotContaining("rahasia").hasNoCause();
  }

  @Test
  void aBodyOf3GigabytesIsCutAtTheCap() {
    assertUnknown((request, reply) -> {
      reply.head(200, "Content-Length: " + (3L << 30));
      reply.write("\r\n");
      reply.json(3L << 30);
    }, "terlalu besar");
  }

  @Test
  void aBodyWithoutLengthIsCutAtTheCap() {
    long before = allocated();
    assertUnknown((request, reply) -> {
      reply.head(200);
      reply.write("\r\n");
      reply.json(3L << 30);
    }, "terlalu besar");
    assertThat(allocated() - before).isLessThan(FEW_BYTES);
  }

  @Test
  void aGzipBombStaysPacked() throws IOException {
    byte[] bomb = gzip(MANY_BYTES);
    serve((request, reply) -> {
      reply.head(200, "Content-Encoding: gzip", "Content-Length: " + bomb.length);
      reply.write("\r\n");
      reply.write(bomb);
    });

    assertThat(http.send(get()).body()).isEqualTo(bomb);
  }

  @Test
  void aRedirectIsAnAnswerAndNotFollowed() {
    try (LoopbackServer other = new LoopbackServer((request, reply) -> reply.send(200, "text/plain", "?"))) {
      for (int status : new int[] {301, 302, 303, 307, 308}) {
        serve((request, reply) -> reply.send(status, "text/plain", "", "Location: " + other.uri("/")));
        http = Partners.onLoopback(server.port(), other.port());

        assertThat(http.send(post()).status()).isEqualTo(status);
        assertThat(server.hits()).isOne();
        server.close();
      }
      assertThat(other.hits()).isZero();
    }
  }

  @Test
  void cookiesLiveAsLongAsTheirSession() {
    serve((request, reply) -> reply.send(200, "text/plain", String.valueOf(request.headers().get("Cookie")),
        "Set-Cookie: id=7; Path=/; HttpOnly"));
    Session session = new Session();

    assertThat(http.send(get().in(session)).text()).isEqualTo("null");
    assertThat(http.send(get().in(session)).text()).isEqualTo("id=7");
    assertThat(http.send(get().in(new Session())).text()).isEqualTo("null");
    assertThat(http.send(get()).text()).isEqualTo("null");
  }

  @Test
  void anAnswerOf200MegabytesIsStreamedInConstantMemory() {
    serve((request, reply) -> {
      reply.head(200, "Content-Length: " + MANY_BYTES);
      reply.write("\r\n");
      reply.json(MANY_BYTES);
    });
    long before = allocated();

    long count = http.exchange(get().within(Duration.ofSeconds(9)), MANY_BYTES,
        (head, body) -> body.transferTo(OutputStream.nullOutputStream()));

    assertThat(count).isEqualTo(MANY_BYTES);
    assertThat(allocated() - before).isLessThan(FEW_BYTES);
  }

  @Test
  void anUploadOf200MegabytesIsStreamedInConstantMemory() {
    serve((request, reply) -> reply.send(200, "text/plain",
        String.valueOf(request.body().transferTo(OutputStream.nullOutputStream()))));
    long before = allocated();

    Answer answer = http.send(Call.post("test", server.uri("/"), new Body("application/binary", MANY_BYTES, zeros()))
        .within(Duration.ofSeconds(9)));

    assertThat(answer.text()).isEqualTo(String.valueOf(MANY_BYTES));
    assertThat(allocated() - before).isLessThan(FEW_BYTES);
  }

  @Test
  void anUploadThatIsNotTakenEndsAtTheDeadline() {
    serve((request, reply) -> reply.keepSilent());

    assertThatThrownBy(() -> http.send(
        Call.post("test", server.uri("/"), new Body("application/binary", MANY_BYTES, zeros())).within(DEADLINE)))
        .isInstanceOf(OutcomeUnknown.class);
  }

  @Test
  void anUploadThatIsRefusedInItsMiddleHasItsAnswer() {
    serve((request, reply) -> {
      request.body().skipNBytes(1 << 20);
      reply.send(413, "text/plain", "too large");
      request.body().transferTo(OutputStream.nullOutputStream());
    });

    assertThat(http.send(Call.post("test", server.uri("/"), new Body("application/binary", MANY_BYTES, zeros())))
        .status()).isEqualTo(413);
  }

  @Test
  void anUploadShorterThanSaidIsNeverTakenForAWholeOne() {
    serve((request, reply) -> {
      request.body().readAllBytes();
      reply.keepSilent();
    });

    assertThatThrownBy(() -> http.send(Call.post("test", server.uri("/"),
        new Body("application/binary", 10, InputStream.nullInputStream())))).isInstanceOf(OutcomeUnknown.class);
  }

  @Test
  void aReaderThatFailsIsNotThePartnersFault() {
    serve((request, reply) -> reply.send(200, "text/plain", "halo"));

    assertThatThrownBy(() -> http.exchange(get(), 100, (head, body) -> {
      throw new IOException("no space left on the device");
    })).isInstanceOf(UncheckedIOException.class).hasMessageContaining("no space left");
  }

  @Test
  void whatAReaderLeavesUnreadIsNotFetched() {
    serve((request, reply) -> {
      reply.head(200);
      reply.write("\r\nx");
      reply.drip('a');
    });

    assertThat(http.<Integer>exchange(get().within(Duration.ofSeconds(9)), 100, (head, body) -> body.read()))
        .isEqualTo('x');
  }

  @Test
  void twoHundredCallsAtOnceDoNotWaitForEachOther() throws Exception {
    CountDownLatch allArrived = new CountDownLatch(200);
    serve((request, reply) -> {
      allArrived.countDown();
      allArrived.await();
      reply.send(200, "text/plain", "");
    });
    ExecutorService callers = Executors.newFixedThreadPool(200);
    try {
      List<Future<Answer>> answers = callers.invokeAll(Collections.nCopies(200, () -> http.send(get())));
      for (Future<Answer> answer : answers) {
        assertThat(answer.get().status()).isEqualTo(200);
      }
    } finally {
      callers.shutdownNow();
    }
  }

  @Test
  void refusesToWaitInsideATransaction() {
    serve((request, reply) -> reply.send(200, "text/plain", ""));
    TransactionSynchronizationManager.setActualTransactionActive(true);
    try {
      assertThatThrownBy(() -> http.send(get())).isInstanceOf(IllegalStateException.class);
    } finally {
      TransactionSynchronizationManager.setActualTransactionActive(false);
    }
    assertThat(server.hits()).isZero();
  }

  @Test
  void logsOneLineWithoutWhatIsPersonalOrSecret() {
    Logger logger = (Logger) LoggerFactory.getLogger(PartnerHttp.class);
    ListAppender<ILoggingEvent> lines = new ListAppender<>();
    lines.start();
    Level level = logger.getLevel();
    logger.setLevel(Level.INFO);
    logger.addAppender(lines);
    try {
      serve((request, reply) -> reply.send(200, "text/plain", "balasan rahasia"));
      http.send(Call.post("pusat-bantuan", server.uri("/budi?token=rahasia"), Body.of("text/plain", "rahasia".getBytes(UTF_8)))
          .header("Authorization", "Bearer rahasia"));
    } finally {
      logger.detachAppender(lines);
      logger.setLevel(level);
    }

    assertThat(lines.list).singleElement().extracting(ILoggingEvent::getFormattedMessage).asString()
        .matches("pusat-bantuan POST 127\\.0\\.0\\.1: 200 after \\d+ ms, 7 bytes to send, 15 received");
  }

  @Test
  void failuresTellNoPathQueryOrHeader() {
    serve((request, reply) -> reply.cut());

    OutcomeUnknown failure = catchThrowableOfType(OutcomeUnknown.class,
        () -> http.send(Call.get("test", server.uri("/budi?token=rahasia")).header("Authorization", "rahasia")));

    Map<String, String> texts = new LinkedHashMap<>();
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      texts.put(cause.getClass().getName(), cause.toString());
    }
    assertThat(texts.values()).allSatisfy(text -> assertThat(text).doesNotContain("budi", "rahasia"));
    assertThat(failure.sentence()).contains("jangan mengirim lagi sebelum memeriksanya").doesNotContain("rahasia");
  }

  private void serve(Behaviour behaviour) {
    server = new LoopbackServer(behaviour);
    http = Partners.onLoopback(server.port());
  }

  private OutcomeUnknown assertUnknown(Behaviour behaviour, String inSentence) {
    serve(behaviour);

    OutcomeUnknown failure = catchThrowableOfType(OutcomeUnknown.class, () -> http.send(post().within(DEADLINE)));

    assertThat(failure).isNotNull();
    assertThat(failure.sentence()).contains("sudah dikirim ke 127.0.0.1", inSentence);
    assertThat(server.hits()).isOne();
    return failure;
  }

  private Call get() {
    return Call.get("test", server.uri("/"));
  }

  private Call post() {
    return Call.post("test", server.uri("/"), Body.of("application/json", "{}".getBytes(UTF_8)));
  }

  private static byte[] gzip(long bytes) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(packed)) {
      byte[] block = new byte[1 << 16];
      for (long left = bytes; left > 0; left -= block.length) {
        out.write(block);
      }
    }
    return packed.toByteArray();
  }

  private static InputStream zeros() {
    return new InputStream() {
      @Override
      public int read() {
        return 0;
      }

      @Override
      public int read(byte[] buffer, int offset, int length) {
        return length;
      }
    };
  }

  /** All that this thread, which reads and writes, has allocated so far. */
  private static long allocated() {
    return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getThreadAllocatedBytes(Thread.currentThread().getId());
  }
}
