package id.alur.practice;

import id.alur.partner.cbtsync.CbtSyncSimulator;
import id.alur.partner.neofeeder.NeoFeederSimulator;
import id.alur.partner.pusatbantuan.PusatBantuanSimulator;
import id.alur.partner.pusatbantuan.PusatBantuanSimulator.Ticket;
import id.alur.partner.sister.SisterAutosyncSimulator;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Pusat Bantuan, SISTER and Neo Feeder of one PT and the CBTSync of a school, simulated on loopback while the practice run lasts. */
public final class PracticePartners {

  /** Whose SISTER it is; for other PT nothing is automatic but the requests to Pusat Bantuan. */
  private static final PracticeAccount ADMIN_PT = PracticeAccounts.ADMIN_PT;

  /** Long enough to watch. */
  private static final Duration SIGN_IN = Duration.ofSeconds(15);
  private static final long ANSWER_BYTES = 3_000_000;

  private final PusatBantuanSimulator pusatBantuan;
  private final SisterAutosyncSimulator sister;
  private final CbtSyncSimulator cbtSync;
  private final NeoFeederSimulator neoFeeder = new NeoFeederSimulator();
  private final Set<Long> answered = new HashSet<>();

  public PracticePartners() {
    this(new PusatBantuanSimulator(), new SisterAutosyncSimulator()
        .mood(SisterAutosyncSimulator.Mood.SLOW).pause(SIGN_IN).answering(ANSWER_BYTES));
  }

  public PracticePartners(PusatBantuanSimulator pusatBantuan, SisterAutosyncSimulator sister) {
    this(pusatBantuan, sister, new CbtSyncSimulator());
  }

  private PracticePartners(PusatBantuanSimulator pusatBantuan, SisterAutosyncSimulator sister, CbtSyncSimulator cbtSync) {
    this.pusatBantuan = pusatBantuan;
    this.sister = sister;
    this.cbtSync = cbtSync;
  }

  /** What the product must be told to call them. */
  public Map<String, Object> settings() {
    Map<String, Object> settings = new LinkedHashMap<>();
    settings.put("alur.pusat-bantuan.base-url", pusatBantuan.url());
    List.of("peran", "kategori", "subkategori").forEach(field -> {
      settings.put("alur.pusat-bantuan." + field + ".id", 11 + settings.size());
      settings.put("alur.pusat-bantuan." + field + ".value", field + "_latihan");
    });
    settings.put("alur.pusat-bantuan.requester.name", "Latihan Alur");
    settings.put("alur.pusat-bantuan.requester.email", "alur@latihan.test");
    settings.put("alur.sister-manual-sync.automatic-sign-in[" + ADMIN_PT.unitCode() + "].kind", "form-post");
    String account = "alur.neo-feeder.units[" + NeoFeederSimulator.UNIT + "].";
    settings.put(account + "url", neoFeeder.url());
    settings.put(account + "username", NeoFeederSimulator.USERNAME);
    settings.put(account + "password", NeoFeederSimulator.PASSWORD);
    settings.put("alur.partner.addresses[0].scheme", "http");
    settings.put("alur.partner.addresses[0].host", "127.0.0.1");
    settings.put("alur.partner.addresses[0].ports", Stream.of(pusatBantuan.port(), sister.port(), cbtSync.port(), neoFeeder.port())
        .map(String::valueOf).collect(Collectors.joining(",")));
    settings.put("alur.partner.addresses[0].cidrs", "127.0.0.0/8");
    return settings;
  }

  /** The SISTER whose /autosync answers. */
  public String sisterAddress() {
    return sister.url().toString();
  }

  /** The pages of the server that the proctor syncs. */
  public String cbtSyncAddress() {
    return cbtSync.url().toString();
  }

  /** Requests for access since this was asked last. */
  synchronized List<Ticket> newAccessRequests() {
    return pusatBantuan.tickets().stream()
        .filter(ticket -> ticket.uploads().isEmpty() && answered.add(ticket.number())).toList();
  }
}
