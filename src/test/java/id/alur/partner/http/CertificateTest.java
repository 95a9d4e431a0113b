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

  @TempDir
  private static Path folder;

  @BeforeAll
  static void makeCertificates() throws Exception {
    selfSigned("own");
    selfSigned("other");
    keytool("-genkeypair", "-alias", "issuer", "-keyalg", "EC", "-dname", "CN=Penerbit", "-ext", "bc=ca:true",
        "-keystore", store("issuer").toString(), "-storepass", PASSWORD);
    issued("rightName", "sister.contoh.ac.id");
    issued("wrongName", "lain.contoh.ac.id");
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
    refusedBy("other", fingerprint("own"));
  }

  @Test
  void aPinnedCertificateOfAnIssuerIsAcceptedUnderItsName() throws Exception {
    assertThat(answerOf("rightName", fingerprint("rightName").toUpperCase().replaceAll("..(?!$)", "$0:")))
        .isEqualTo("reached");
  }

  @Test
  void aPinnedCertificateOfAnIssuerIsRefusedUnderAnotherName() throws Exception {
    refusedBy("wrongName", fingerprint("wrongName"));
  }

  @Test
  void thePinOfTheIssuerIsNotThatOfTheHost() throws Exception {
    refusedBy("rightName", fingerprint("issuer"));
  }

  @Test
  void anUploadThatIsNotTakenEndsAtTheDeadline() throws Exception {
    try (LoopbackServer server = server("own", (request, reply) -> reply.keepSilent())) {
      PartnerHttp http = client(server, fingerprint("own"));
      InputStream endless = new InputStream() {
        @Override
        public int read() {
          return 0;
        }
      };

      OutcomeUnknown failure = catchThrowableOfType(OutcomeUnknown.class, () -> http.send(Call.post("test", at(server),
          new Body("application/binary", 1L << 30, endless)).within(Duration.ofSeconds(1))));

      assertThat(failure.sentence()).contains("batas waktu 1 detik");
    }
  }

  @Test
  void aHandshakeThatNobodyAnswersEndsAtTheDeadline() {
    try (LoopbackServer silent = new LoopbackServer((request, reply) -> reply.keepSilent())) {
      CertainlyNotSent failure = catchThrowableOfType(CertainlyNotSent.class,
          () -> client(silent, null).send(Call.get("test", at(silent)).within(Duration.ofMillis(500))));

      assertThat(failure).isNotNull();
    }
  }

  private static String answerOf(String certificate, String pin) throws Exception {
    try (LoopbackServer server = server(certificate, (request, reply) -> reply.send(200, "text/plain", "reached"))) {
      return client(server, pin).send(Call.get("test", at(server))).text();
    }
  }

  private static CertainlyNotSent refusedBy(String certificate, String pin) throws Exception {
    try (LoopbackServer server = server(certificate, (request, reply) -> reply.send(200, "text/plain", "reached"))) {
      CertainlyNotSent failure = catchThrowableOfType(CertainlyNotSent.class,
          () -> client(server, pin).send(Call.get("test", at(server))));

      assertThat(failure).isNotNull();
      assertThat(server.hits()).isZero();
      return failure;
    }
  }

  private static PartnerHttp client(LoopbackServer server, String pin) {
    return Partners.resolving(host -> new InetAddress[] {InetAddress.getByName("127.0.0.1")}, new AllowedAddress(
        "https", "sister.contoh.ac.id", List.of(server.port()), List.of(Cidr.of("127.0.0.0/8")), pin));
  }

  private static URI at(LoopbackServer server) {
    return URI.create("https://sister.contoh.ac.id:" + server.port() + "/");
  }

  private static LoopbackServer server(String certificate, LoopbackServer.Behaviour behaviour) throws Exception {
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(load(certificate), PASSWORD.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, null);
    return new LoopbackServer("https", context.getServerSocketFactory(), 0, behaviour);
  }

  private static void selfSigned(String alias) throws Exception {
    keytool("-genkeypair", "-alias", alias, "-keyalg", "EC", "-dname", "CN=" + alias,
        "-keystore", store(alias).toString(), "-storepass", PASSWORD);
  }

  private static void issued(String alias, String name) throws Exception {
    String request = folder.resolve(alias + ".request").toString();
    String certificate = folder.resolve(alias + ".certificate").toString();
    String issuer = folder.resolve("issuer.certificate").toString();
    selfSigned(alias);
    keytool("-certreq", "-alias", alias, "-file", request, "-keystore", store(alias).toString(), "-storepass", PASSWORD);
    keytool("-gencert", "-alias", "issuer", "-infile", request, "-outfile", certificate, "-ext", "san=dns:" + name,
        "-keystore", store("issuer").toString(), "-storepass", PASSWORD);
    keytool("-exportcert", "-alias", "issuer", "-file", issuer,
        "-keystore", store("issuer").toString(), "-storepass", PASSWORD);
    keytool("-importcert", "-noprompt", "-alias", "issuer", "-file", issuer,
        "-keystore", store(alias).toString(), "-storepass", PASSWORD);
    keytool("-importcert", "-noprompt", "-alias", alias, "-file", certificate,
        "-keystore", store(alias).toString(), "-storepass", PASSWORD);
  }

  private static void keytool(String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of(arguments));
    command.add(0, Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    Path output = Files.createTempFile(folder, "keytool", ".txt");
    Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile()).start();
    assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(Files.readString(output)).isZero();
  }

  private static String fingerprint(String alias) throws Exception {
    return HexFormat.of().formatHex(
        MessageDigest.getInstance("SHA-256").digest(load(alias).getCertificate(alias).getEncoded()));
  }

  private static KeyStore load(String alias) throws Exception {
    return KeyStore.getInstance(store(alias).toFile(), PASSWORD.toCharArray());
  }

  private static Path store(String alias) {
    return folder.resolve(alias + ".p12");
  }
}
