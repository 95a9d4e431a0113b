package id.alur.partner.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

@Timeout(10)
class AllowedAddressesTest {

  private LoopbackServer server;

  @BeforeEach
  void serve() {
    server = new LoopbackServer((request, reply) -> reply.send(200, "text/plain", "reached"));
  }

  @AfterEach
  void close() {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "2130706433", "127.1", "0x7f.1", "0177.0.0.1", "[::1]", "[::ffff:127.0.0.1]",
      "0.0.0.0", "[::]", "localhost", "localhost."})
  void noSpellingOfLoopbackIsReachedUnlessItIsOnTheList(String host) {
    assertNotAllowed(Partners.allowed(Partners.entry("https", "contoh.ac.id", new int[] {443})), host);
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "2130706433", "127.1", "0x7f.1", "0177.0.0.1", "[::1]", "[::ffff:127.0.0.1]",
      "0.0.0.0", "[::]", "localhost"})
  void noSpellingOfLoopbackIsReachedBecauseItsHostIsOnTheList(String host) {
    // nobody can connect to what does not even resolve: only that nothing arrives is common to all
    assertNothingIsSent(Partners.allowed(Partners.entry("http", host, new int[] {server.port()})), host);
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "127.1", "2130706433", "localhost"})
  void aWideNetworkDoesNotNameLoopback(String host) {
    assertNotAllowed(Partners.allowed(
        Partners.entry("http", host, new int[] {server.port()}, "0.0.0.0/0", "126.0.0.0/7", "::/0")), host);
  }

  @Test
  void loopbackIsReachedWhenItsNetworkIsNamed() {
    assertThat(Partners.onLoopback(server.port()).send(Call.get("test", server.uri("/"))).text()).isEqualTo("reached");
  }

  @Test
  void aNameThatLeadsToLoopbackIsNotFollowedThere() {
    assertNotAllowed(resolving("127.0.0.1"), "sister.contoh.ac.id");
  }

  @Test
  void aNameThatLeadsFirstToThePublicInternetAndThenToLoopbackNeverReachesLoopback() throws Exception {
    AtomicInteger lookUps = new AtomicInteger();
    PartnerHttp http = Partners.resolving(
        host -> addresses(lookUps.incrementAndGet() == 1 ? "192.0.2.1" : "127.0.0.1"), sister());
    Call call = Call.get("test", at("sister.contoh.ac.id")).within(Duration.ofMillis(300));

    assertThatThrownBy(() -> http.send(call)).isInstanceOf(CertainlyNotSent.class);
    assertThat(lookUps).as("what was checked is what was connected").hasValue(1);
    assertThatThrownBy(() -> http.send(call)).isInstanceOf(NotAllowed.class);
    assertThat(server.hits()).isZero();
  }

  @Test
  void ofSeveralAddressesOnlyThePermittedAreTried() {
    PartnerHttp http = resolving("192.0.2.1", "127.0.0.1");

    assertThatThrownBy(() -> http.send(Call.get("test", at("sister.contoh.ac.id")).within(Duration.ofMillis(300))))
        .isInstanceOf(CertainlyNotSent.class);
    assertThat(server.hits()).isZero();
  }

  @Test
  void theNameStaysInTheHostHeaderWhateverItResolvesTo() {
    try (LoopbackServer telling = new LoopbackServer(
        (request, reply) -> reply.send(200, "text/plain", request.headers().get("Host")))) {
      PartnerHttp http = Partners.resolving(host -> addresses("127.0.0.1"),
          Partners.entry("http", "sister.contoh.ac.id", new int[] {telling.port()}, "127.0.0.0/8"));

      assertThat(http.send(Call.get("test", URI.create("http://SISTER.contoh.ac.id:" + telling.port()))).text())
          .isEqualToIgnoringCase("sister.contoh.ac.id:" + telling.port());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://sister.contoh.ac.id", "https://sister.contoh.ac.id:8443", "https://sister.contoh.ac.id.",
      "https://lain.contoh.ac.id", "https://budi@sister.contoh.ac.id", "ftp://sister.contoh.ac.id", "sister.contoh.ac.id",
      "https:///autosync", "mailto:budi@contoh.ac.id"})
  void onlyTheVerySchemeHostAndPortAreAllowed(String uri) {
    AllowedAddresses list = new AllowedAddresses(List.of(Partners.entry("https", "sister.contoh.ac.id", new int[0])));

    assertThat(list.allows(URI.create(uri))).isFalse();
    assertThat(list.allows(URI.create("https://sister.contoh.ac.id/autosync"))).isTrue();
    assertThat(list.allows(URI.create("https://SISTER.contoh.ac.id:443/autosync"))).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
      "8.8.8.8, true", "2606:4700::1111, true",
      "10.1.2.3, false", "172.16.0.1, false", "172.32.0.1, true", "192.168.1.1, false", "100.64.0.1, false",
      "169.254.169.254, false", "198.18.0.1, false", "224.0.0.1, false", "255.255.255.255, false", "0.1.2.3, false",
      "fd00::1, false", "fe80::1, false", "ff02::1, false", "64:ff9b::7f00:1, false", "2002:7f00:1::, false",
      "2001::1, false", "::7f00:1, false"})
  void withoutANetworkOnlyThePublicInternetIsPermitted(String address, boolean permitted) throws UnknownHostException {
    assertThat(Partners.entry("https", "contoh.ac.id", new int[0]).permits(InetAddress.getByName(address)))
        .isEqualTo(permitted);
  }

  @ParameterizedTest
  @CsvSource({"10.20.0.1, true", "10.20.255.255, true", "10.21.0.0, false", "8.8.8.8, false", "127.0.0.1, false"})
  void withANetworkOnlyThatOneIsPermitted(String address, boolean permitted) throws UnknownHostException {
    assertThat(Partners.entry("https", "contoh.ac.id", new int[0], "10.20.0.0/16").permits(InetAddress.getByName(address)))
        .isEqualTo(permitted);
  }

  @Test
  void theListIsConfigured() {
    AllowedAddresses list = bind(Map.of(
        "alur.partner.addresses[0].host", "layanandosen.zendesk.com",
        "alur.partner.addresses[1].host", "10.20.0.5",
        "alur.partner.addresses[1].scheme", "http",
        "alur.partner.addresses[1].ports", "80,8080",
        "alur.partner.addresses[1].cidrs", "10.20.0.0/16"));

    assertThat(list.allows(URI.create("https://layanandosen.zendesk.com/api"))).isTrue();
    assertThat(list.allows(URI.create("http://10.20.0.5:8080/"))).isTrue();
    assertThat(list.allows(URI.create("http://10.20.0.5:8081/"))).isFalse();
  }

  @Test
  void withoutConfigurationNothingIsAllowed() {
    assertThat(bind(Map.of("alur.partner.other", "1")).allows(URI.create("https://contoh.ac.id"))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"scheme, ftp", "cidrs, 10.20.0.0", "cidrs, 10.20.0.0/33", "cidrs, kampus/16", "certificate-sha256, abc",
      "host, ''"})
  void doesNotStartWithAnEntryThatMeansNothing(String property, String value) {
    assertThatThrownBy(() -> bind(property.equals("host")
        ? Map.of("alur.partner.addresses[0].host", value)
        : Map.of("alur.partner.addresses[0].host", "contoh.ac.id", "alur.partner.addresses[0]." + property, value)))
        .hasRootCauseInstanceOf(IllegalArgumentException.class);
  }

  private static AllowedAddresses bind(Map<String, String> properties) {
    return new Binder(new MapConfigurationPropertySource(properties)).bindOrCreate("alur.partner", AllowedAddresses.class);
  }

  private PartnerHttp resolving(String... addresses) {
    return Partners.resolving(host -> addresses(addresses), sister());
  }

  private AllowedAddress sister() {
    return Partners.entry("http", "sister.contoh.ac.id", new int[] {server.port()});
  }

  private URI at(String host) {
    return URI.create("http://" + host + ":" + server.port() + "/autosync");
  }

  private void assertNotAllowed(PartnerHttp http, String host) {
    NotAllowed refusal = catchThrowableOfType(NotAllowed.class, () -> http.send(Call.get("test", at(host))));

    assertThat(refusal.sentence()).contains("belum terdaftar", "minta admin Alur");
    assertThat(server.hits()).isZero();
  }

  private void assertNothingIsSent(PartnerHttp http, String host) {
    assertThatThrownBy(() -> http.send(Call.get("test", at(host)))).isInstanceOf(CertainlyNotSent.class);
    assertThat(server.hits()).isZero();
  }

  private static InetAddress[] addresses(String... literals) throws UnknownHostException {
    InetAddress[] addresses = new InetAddress[literals.length];
    for (int i = 0; i < literals.length; i++) {
      addresses[i] = InetAddress.getByName(literals[i]);
    }
    return addresses;
  }
}
