package id.alur.partner.cbtsync;

import id.alur.partner.http.LoopbackServer;
import id.alur.partner.http.LoopbackServer.Reply;
import id.alur.partner.http.LoopbackServer.Request;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The web of a school's CBTSync, on loopback. INVENTED: nobody has published its pages, its buttons or its addresses. Known
 * are the names of menus and buttons in the source, and wordings of its status in screenshots.
 *
 * <p>After Submit it stands by for a while, then it is active; each Submit makes it another machine, so that one can
 * practise again and again.
 */
public final class CbtSyncSimulator implements AutoCloseable {

  public static final Duration STANDBY = Duration.ofSeconds(60);
  public static final Duration PER_LIGHT = Duration.ofSeconds(2);

  private static final String HTML = "text/html; charset=UTF-8";
  private static final String PAGE = """
      <!doctype html>
      <html lang="id">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>CBTSync rekaan</title>
      <style>
      body { font: 16px/1.6 system-ui, sans-serif; max-width: 40rem; margin: 0 auto; padding: 1rem; }
      nav a { display: inline-block; padding: .6rem 1rem .6rem 0; }
      button, input { font: inherit; min-height: 44px; margin: .25rem .5rem .25rem 0; padding: 0 1rem; }
      .invented { padding: .75rem 1rem; border: 2px dashed #a15c00; background: #fff6e5; }
      </style>
      </head>
      <body>
      <p class="invented">Halaman rekaan untuk latihan: CBTSync yang asli tidak pernah diterbitkan.</p>
      <nav><a href="/">Dashboard</a><a href="/backup">BACKUP</a><a href="/status-download">Status Download</a>
      <a href="/daftar-peserta">Daftar Peserta</a><a href="/status-test">Status Test</a></nav>
      %s
      </body>
      </html>
      """;

  private final LoopbackServer server;
  private final InstantSource time;
  private String version = "5.0.9";
  private String serialNumber = "-";
  private String serverId = "";
  private Instant submitted;
  private Instant syncStarted;

  public CbtSyncSimulator() {
    this(InstantSource.system());
  }

  /** With a clock of its own. */
  public CbtSyncSimulator(InstantSource time) {
    this.time = time;
    this.server = new LoopbackServer(this::answer);
  }

  public URI url() {
    return server.uri("/");
  }

  public int port() {
    return server.port();
  }

  @Override
  public void close() {
    server.close();
  }

  private synchronized void answer(Request request, Reply reply) throws IOException {
    if (request.method().equals("POST")) {
      reply.send(303, HTML, "", "Location: " + press(request.path(), request.text()));
    } else if (request.path().equals("/backup/unduh")) {
      reply.send(200, "application/octet-stream", "Cadangan rekaan dari " + serialNumber + ", " + time.instant(),
          "Content-Disposition: attachment; filename=\"backup-latihan.Source\"");
    } else {
      reply.send(200, HTML, PAGE.formatted(page(request.path())), "Cache-Control: no-store");
    }
  }

  /** Does what this button does, and returns the page that it leads to. */
  private String press(String button, String fields) {
    return switch (button) {
      case "/pembaharuan" -> {
        version = "5.1.0";
        yield "/";
      }
      case "/submit" -> {
        serverId = fields.replaceFirst("^id=", "").replaceAll("[^A-Za-z0-9-]", "");
        serialNumber = "LATIHAN-%04d".formatted(ThreadLocalRandom.current().nextInt(10_000));
        submitted = time.instant();
        syncStarted = null;
        yield "/";
      }
      case "/hapus" -> {
        syncStarted = null;
        yield "/backup";
      }
      case "/start-sync" -> {
        syncStarted = time.instant();
        yield "/status-download";
      }
      default -> "/";
    };
  }

  private String page(String path) {
    return switch (path) {
      case "/backup" -> "<h1>BACKUP</h1><p>SN: " + serialNumber + "</p>"
          + "<p><a href=\"/backup/unduh\">BACKUP: unduh cadangan</a></p>" + button("hapus", "HAPUS");
      case "/status-download" -> "<h1>Status Download</h1><p>SN: " + serialNumber + "</p>"
          + "<p><a href=\"/status-download\">REFRESH STATUS</a></p>" + button("start-sync", "START SYNC") + lights();
      case "/daftar-peserta" -> "<h1>Daftar Peserta</h1><p>" + (greenLights() == 9 ? 40 : 0) + " peserta</p>";
      case "/status-test" -> "<h1>Status Test</h1><p>Daftar Test: "
          + (greenLights() == 9 ? "Bahasa Indonesia, paket latihan" : "kosong") + "</p>";
      default -> dashboard();
    };
  }

  private String dashboard() {
    return "<h1>Dashboard</h1><p>ExambrowserCBTSync Admin 50.170406</p><p>CBTSync Versi " + version + "</p>"
        + button("pembaharuan", "Pembaharuan")
        + "<form method=\"post\" action=\"/submit\"><label>ID Server <input name=\"id\" value=\"" + serverId
        + "\" required></label><button>Submit</button></form>"
        + "<p>SN: " + serialNumber + "</p><p>Status: <strong>" + status() + "</strong></p>";
  }

  private String status() {
    if (submitted == null) {
      return "-";
    }
    return time.instant().isBefore(submitted.plus(STANDBY))
        ? "StandBy Akses Server Pusat di Tutup data SN Sudah Sesuai" : "Aktif";
  }

  private String lights() {
    return IntStream.rangeClosed(1, 9)
        .mapToObj(light -> "<li>Data " + light + ": " + (light <= greenLights() ? "hijau" : "merah") + "</li>")
        .collect(Collectors.joining("", "<ul>", "</ul>"));
  }

  private long greenLights() {
    return syncStarted == null ? 0 : Math.min(9, Duration.between(syncStarted, time.instant()).dividedBy(PER_LIGHT));
  }

  private static String button(String action, String words) {
    return "<form method=\"post\" action=\"/" + action + "\"><button>" + words + "</button></form>";
  }
}
