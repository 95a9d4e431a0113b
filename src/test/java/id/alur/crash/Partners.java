package id.alur.crash;

import id.alur.partner.pusatbantuan.PusatBantuanSimulator;
import id.alur.partner.sister.SisterAutosyncSimulator;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

/** What lies outside of Alur and outlives its nodes: Pusat Bantuan, a SISTER, and what people did there by hand. */
final class Partners implements AutoCloseable {

  /** What must reach Pusat Bantuan once in each case. */
  enum Kind {
    ACCESS("akses"), ANSWER("JSON");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    String subjectBegin(String caseNumber) {
      return "[" + caseNumber + " " + word + " ";
    }
  }

  private record ByHand(String caseNumber, Kind kind) {}

  private final PusatBantuanSimulator pusatBantuan = new PusatBantuanSimulator();
  private final SisterAutosyncSimulator sister = new SisterAutosyncSimulator();
  private final Queue<ByHand> byHand = new ConcurrentLinkedQueue<>();
  private final AtomicLong numbers = new AtomicLong(900_000);

  PusatBantuanSimulator pusatBantuan() {
    return pusatBantuan;
  }

  SisterAutosyncSimulator sister() {
    return sister;
  }

  /**
   * How a node finds them. With an account Alur itself can ask what became of a ticket, without one a person must.
   */
  List<String> settings(boolean hasAccount) {
    List<String> settings = new ArrayList<>(List.of(
        "--alur.partner.addresses[0].scheme=http",
        "--alur.partner.addresses[0].host=127.0.0.1",
        "--alur.partner.addresses[0].ports=" + pusatBantuan.port() + "," + sister.port(),
        "--alur.partner.addresses[0].cidrs=127.0.0.0/8",
        "--alur.pusat-bantuan.base-url=" + pusatBantuan.url(),
        "--alur.sister-manual-sync.automatic-sign-in.001999.kind=form-post"));
    List.of("peran", "kategori", "subkategori").forEach(field -> {
      settings.add("--alur.pusat-bantuan." + field + ".id=" + (100 + settings.size()));
      settings.add("--alur.pusat-bantuan." + field + ".value=" + field);
    });
    settings.addAll(hasAccount
        ? List.of("--alur.pusat-bantuan.authentication.kind=api-token",
            "--alur.pusat-bantuan.authentication.account=" + PusatBantuanSimulator.ACCOUNT,
            "--alur.pusat-bantuan.authentication.secret=" + PusatBantuanSimulator.TOKEN)
        : List.of("--alur.pusat-bantuan.requester.name=Alur", "--alur.pusat-bantuan.requester.email=alur@contoh.ac.id"));
    return settings;
  }

  /** The username that this case signs in with, and no other. */
  static String username(String caseNumber) {
    return SisterAutosyncSimulator.USERNAME + "-" + caseNumber;
  }

  long signInsOf(String caseNumber) {
    return sister.signInsOf(username(caseNumber));
  }

  /** The tickets of this case that Alur opened. */
  List<Long> sent(String caseNumber, Kind kind) {
    return pusatBantuan.tickets().stream().filter(ticket -> ticket.subject().startsWith(kind.subjectBegin(caseNumber)))
        .map(PusatBantuanSimulator.Ticket::number).toList();
  }

  /** A person opens the ticket on the web page, and gets its number. */
  String openByHand(String caseNumber, Kind kind) {
    byHand.add(new ByHand(caseNumber, kind));
    return "#" + numbers.incrementAndGet();
  }

  /** All tickets of this case, whoever opened them; a form that was filled in twice because its answer got lost is one. */
  long arrived(String caseNumber, Kind kind) {
    boolean isByHand = byHand.contains(new ByHand(caseNumber, kind));
    return sent(caseNumber, kind).size() + (isByHand ? 1 : 0);
  }

  @Override
  public void close() {
    pusatBantuan.close();
    sister.close();
  }
}
