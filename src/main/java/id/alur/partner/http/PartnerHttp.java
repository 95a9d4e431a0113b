package id.alur.partner.http;

import id.alur.partner.http.Exchange.NameLookup;
import java.net.InetAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.ssl.SSLContexts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Calls partners. A call is sent once and has one of three ends: an answer, whatever its status; {@link CertainlyNotSent};
 * {@link OutcomeUnknown}. It never runs inside a transaction, which would hold a database connection while it waits.
 */
@Component
public final class PartnerHttp implements DisposableBean {

  /** The largest answer that is kept in memory. */
  public static final long MAX_BYTES_IN_MEMORY = 1 << 20;

  private static final Logger log = LoggerFactory.getLogger(PartnerHttp.class);

  private final AllowedAddresses allowed;
  private final NameLookup names;
  private final ApplicationEventPublisher events;
  private final TlsSocketStrategy platformTrust = new DefaultClientTlsStrategy(SSLContexts.createDefault());
  private final ScheduledThreadPoolExecutor deadlines = new ScheduledThreadPoolExecutor(1, daemon("partner-deadline"));
  private final ExecutorService helpers = Executors.newCachedThreadPool(daemon("partner-helper"));

  @Autowired
  PartnerHttp(AllowedAddresses allowed, ApplicationEventPublisher events) {
    this(allowed, InetAddress::getAllByName, events);
  }

  PartnerHttp(AllowedAddresses allowed, NameLookup names, ApplicationEventPublisher events) {
    this.allowed = allowed;
    this.names = names;
    this.events = events;
    deadlines.setRemoveOnCancelPolicy(true);
  }

  /**
   * Sends the call once and returns its answer, of at most {@link #MAX_BYTES_IN_MEMORY}.
   *
   * @throws CertainlyNotSent if not one byte left
   * @throws OutcomeUnknown if no whole answer came
   */
  public Answer send(Call call) {
    return exchange(call, MAX_BYTES_IN_MEMORY, (head, body) -> new Answer(head, body.readAllBytes()));
  }

  /**
   * Sends the call once and gives its answer to {@code reader} while it comes in.
   *
   * @param maxBytes the largest body, inclusive; a larger one is an {@link OutcomeUnknown}
   * @throws CertainlyNotSent if not one byte left
   * @throws OutcomeUnknown if no whole answer came
   * @throws java.io.UncheckedIOException if it was the reader that failed
   */
  public <T> T exchange(Call call, long maxBytes, AnswerReader<T> reader) {
    if (TransactionSynchronizationManager.isActualTransactionActive()) {
      throw new IllegalStateException("a call inside a transaction would hold its database connection: " + call);
    }
    AllowedAddress address = allowed.find(call.uri()).orElseThrow(() -> notAllowed(call));
    Exchange exchange = new Exchange(call, maxBytes, address, names, helpers);
    ScheduledFuture<?> deadline = deadlines.schedule(
        // closing a connection may wait: not on the one thread that watches all deadlines
        () -> helpers.execute(exchange::passDeadline), call.deadline().toMillis(), TimeUnit.MILLISECONDS);
    try {
      return exchange.run(trust(address), reader);
    } finally {
      deadline.cancel(false);
      log.info("{}", exchange);
    }
  }

  @Override
  public void destroy() {
    deadlines.shutdownNow();
    helpers.shutdownNow();
  }

  private NotAllowed notAllowed(Call call) {
    log.info("{}: NotAllowed", call);
    String host = call.uri().getHost();
    if (host != null) {
      events.publishEvent(AddressRefused.of(call.uri()));
    }
    return new NotAllowed(call + ": the address is not on the list", host == null ? "alamat ini" : host);
  }

  private TlsSocketStrategy trust(AllowedAddress address) {
    return address.certificateSha256() == null ? platformTrust : PinnedCertificate.only(address.certificateSha256());
  }

  private static ThreadFactory daemon(String name) {
    return task -> {
      Thread thread = new Thread(task, name);
      thread.setDaemon(true);
      return thread;
    };
  }
}
