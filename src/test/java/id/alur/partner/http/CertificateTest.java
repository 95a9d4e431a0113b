package id.alur.partner.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(20)
class CertificateTest {

  private static final String PASSWORD = "percobaan";
  private static final String SISTER = "sister.contoh.ac.id";

  @TempDir
  private static Path folder;

  @BeforeAll
  static void makeCertificates() throws Exception {
    String request = folder.resolve("request").toString();
    String certificate = folder.resolve("certificate").toString();
    keytool("-genkeypair", "-alias", "own", "-keyalg", "EC", "-dname", "CN=Server lama");
    keytool("-genkeypair", "-alias", "issuer", "-keyalg", "EC", "-dname", "CN=Penerbit", "-ext", "bc=ca:true");
    keytool("-genkeypair", "-alias", "issued", "-keyalg", "EC", "-dname", "CN=SISTER");
    keytool("-certreq", "-alias", "issued", "-file", request);
    keytool("-gencert", "-alias", "issuer", "-infile", request, "-outfile", certificate, "-ext", "san=dns:" + SISTER);
    keytool("-importcert", "-noprompt", "-alias", "issued", "-file", certificate);
  }

  @Test
  void aCertificateThatNobodyVouchesForIsNotTrusted() throws Exception {
    CertainlyNotSent failure = refusedBy("own", null);

    assertThat(failure.sentence()).contains("Sertifikat sister.contoh.ac.id tidak dapat dipercaya", "Tidak ada yang terkirim");
  }

  @Test
  void aPinnedSelfSignedCertificateIsAcceptedUnderAnyName() throws Exception {
    assertThat(answerOf("own", fingerprint("own"))).isEqualTo("reached");
  }

  @Test
  void anyOtherCertificateThanThePinnedOneIsRefused() throws Exception {
    refusedBy("issuer", fingerprint("own"));
  }

  @Test
  void aPinnedCertificateOfAnIssuerIsAcceptedUnderItsName() throws Exception {
    assertThat(answerOf("issued", fingerprint("issued").toUpperCase().replaceAll("..(?!$)", "$0:")))
        .isEqualTo("reached");
  }

  @Test
  void aPinnedCertificateOfAnIssuerIsRefusedUnderAnotherName() throws Exception {
    refusedBy("issued", fingerprint("issued"), "lain.contoh.ac.id");
  }

  @Test
  void thePinOfTheIssuerIsNotThatOfTheHost() throws Exception {
    refusedBy("issued", fingerprint("issuer"));
  }

  @Test
  void anUploadThatIsNotTakenEndsAtTheDeadline() throws Exception {
    try (LoopbackServer server = server("own", (request, reply) -> reply.keepSilent())) {
      PartnerHttp http = client(server, SISTER, fingerprint("own"));
      InputStream endless = new InputStream() {
        @Override
        public int read() {
          return 0;
        }
      };

      OutcomeUnknown failure = catchThrowableOfType(OutcomeUnknown.class, () -> http.send(Call.post("test", at(server, SISTER),
          new Body("application/binary", 1L << 30, endless)).within(Duration.ofSeconds(3))));

      assertThat(failure.sentence()).contains("batas waktu 3 detik");
    }
  }

  @Test
  void aHandshakeThatNobodyAnswersEndsAtTheDeadline() {
    try (LoopbackServer silent = new LoopbackServer((request, reply) -> reply.keepSilent())) {
      CertainlyNotSent failure = catchThrowableOfType(CertainlyNotSent.class,
          () -> client(silent, SISTER, null).send(Call.get("test", at(silent, SISTER)).within(Duration.ofMillis(500))));

      assertThat(failure).isNotNull();
    }
  }

  private static String answerOf(String certificate, String pin) throws Exception {
    try (LoopbackServer server = server(certificate, (request, reply) -> reply.send(200, "text/plain", "reached"))) {
      return client(server, SISTER, pin).send(Call.get("test", at(server, SISTER))).text();
    }
  }

  private static CertainlyNotSent refusedBy(String certificate, String pin) throws Exception {
    return refusedBy(certificate, pin, SISTER);
  }

  private static CertainlyNotSent refusedBy(String certificate, String pin, String host) throws Exception {
    try (LoopbackServer server = server(certificate, (request, reply) -> reply.send(200, "text/plain", "reached"))) {
      CertainlyNotSent failure = catchThrowableOfType(CertainlyNotSent.class,
          () -> client(server, host, pin).send(Call.get("test", at(server, host))));

      assertThat(failure).isNotNull();
      assertThat(server.hits()).isZero();
      return failure;
    }
  }

  private static PartnerHttp client(LoopbackServer server, String host, String pin) {
    return Partners.resolving(name -> new InetAddress[] {InetAddress.getByName("127.0.0.1")},
        new AllowedAddress("https", host, List.of(server.port()), List.of(Cidr.of("127.0.0.0/8")), pin));
  }

  private static URI at(LoopbackServer server, String host) {
    return URI.create("https://" + host + ":" + server.port() + "/");
  }

  private static LoopbackServer server(String alias, LoopbackServer.Behaviour behaviour) throws Exception {
    KeyStore all = all();
    KeyStore one = KeyStore.getInstance("PKCS12");
    one.load(null, null);
    one.setKeyEntry(alias, all.getKey(alias, PASSWORD.toCharArray()), PASSWORD.toCharArray(), all.getCertificateChain(alias));
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(one, PASSWORD.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, null);
    return new LoopbackServer("https", context.getServerSocketFactory(), 0, behaviour);
  }

  private static void keytool(String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
    command.addAll(List.of(arguments));
    command.addAll(List.of("-keystore", store().toString(), "-storepass", PASSWORD));
    Path output = Files.createTempFile(folder, "keytool", ".txt");
    Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile()).start();
    assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(Files.readString(output)).isZero();
  }

  private static String fingerprint(String alias) throws Exception {
    return HexFormat.of().formatHex(
        MessageDigest.getInstance("SHA-256").digest(all().getCertificate(alias).getEncoded()));
  }

  private static KeyStore all() throws Exception {
    return KeyStore.getInstance(store().toFile(), PASSWORD.toCharArray());
  }

  private static Path store() {
    return folder.resolve("all.p12");
  }
}
