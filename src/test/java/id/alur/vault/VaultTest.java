package id.alur.vault;

import static id.alur.vault.VaultWorkshop.SUBMISSION;
import static id.alur.vault.VaultWorkshop.settings;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.alur.Database;
import id.alur.OnBothDatabases;
import id.alur.engine.ReferenceKeeper.Submission;
import id.alur.engine.RejectedInput;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class VaultTest {

  private static final String SECRET = "Kata-Sandi-Rekaan-81";

  @TempDir Path data;
  private VaultWorkshop workshop;

  @BeforeEach
  void setUp() throws Exception {
    workshop = new VaultWorkshop(Database.H2, data);
  }

  @OnBothDatabases
  void opensForTheCaseThatAdoptedIt(Database database) throws Exception {
    workshop = new VaultWorkshop(database, data);
    assertThat(opened(workshop.adopted(SECRET), "case-1")).isEqualTo(SECRET);
  }

  @OnBothDatabases
  void keepsNoCiphertextOnceTheCaseEnded(Database database) throws Exception {
    workshop = new VaultWorkshop(database, data);
    String reference = workshop.adopted(SECRET);

    workshop.keeper.caseEnded("case-1", workshop.now());

    SecretRow destroyed = workshop.table.find(reference).orElseThrow();
    assertThat(destroyed.sealed().bytes()).isNull();
    assertThat(destroyed.destroyedAt()).isEqualTo(workshop.now());
    assertThatThrownBy(() -> workshop.vault.open(reference, "case-1")).isInstanceOf(NoSuchSecret.class);
  }

  @OnBothDatabases
  void removesWhatNobodyClaimedWithinAnHour(Database database) throws Exception {
    workshop = new VaultWorkshop(database, data);
    String unclaimed = workshop.stored(SECRET);
    String claimed = workshop.adopted(SECRET);
    workshop.pass(Duration.ofHours(1).minusSeconds(1));
    workshop.sweeper.sweepSecrets();
    assertThat(workshop.table.find(unclaimed)).as("before the hour is over").isPresent();

    workshop.pass(Duration.ofSeconds(1));
    workshop.sweeper.sweepSecrets();
    assertThat(workshop.table.find(unclaimed)).isEmpty();
    assertThat(opened(claimed, "case-1")).isEqualTo(SECRET);
  }

  @Test
  void destroysWhenAsked() {
    String reference = workshop.adopted(SECRET);
    workshop.vault.destroy("case-1");
    assertThatThrownBy(() -> workshop.vault.open(reference, "case-1")).isInstanceOf(NoSuchSecret.class);
  }

  @Test
  void leavesTheSecretsOfOtherCases() {
    String reference = workshop.adopted(SECRET);
    workshop.vault.destroy("case-2");
    assertThat(opened(reference, "case-1")).isEqualTo(SECRET);
  }

  @Test
  void doesNotOpenForAnotherCase() {
    String reference = workshop.adopted(SECRET);
    assertThatThrownBy(() -> workshop.vault.open(reference, "case-2")).isInstanceOf(NoSuchSecret.class);
  }

  @Test
  void doesNotOpenBeforeItsFormWasAccepted() {
    String reference = workshop.stored(SECRET);
    assertThatThrownBy(() -> workshop.vault.open(reference, "case-1")).isInstanceOf(NoSuchSecret.class);
  }

  @ParameterizedTest
  @MethodSource
  void refusesAtItsFieldWhatIsNotTheirs(Submission submission) {
    String reference = workshop.stored(SECRET);
    assertRejected(reference, VaultWorkshop.KIND, submission);
  }

  static Stream<Submission> refusesAtItsFieldWhatIsNotTheirs() {
    return Stream.of(
        new Submission("dewi", Submission.task("t1"), "case-1", "001001"),
        new Submission(null, Submission.task("t1"), "case-1", "001001"),
        new Submission("siti", Submission.task("t2"), "case-1", "001001"),
        new Submission("siti", Submission.start("t1"), "case-1", "001001"));
  }

  @Test
  void refusesASecretOfAnotherKind() {
    assertRejected(workshop.stored(SECRET), "secret-exam-server", SUBMISSION);
  }

  @Test
  void refusesASecretOfAnotherCase() {
    assertRejected(workshop.adopted(SECRET), VaultWorkshop.KIND,
        new Submission("siti", Submission.task("t1"), "case-2", "001001"));
  }

  @Test
  void refusesASecretThatIsDestroyed() {
    String reference = workshop.adopted(SECRET);
    workshop.vault.destroy("case-1");
    assertRejected(reference, VaultWorkshop.KIND, SUBMISSION);
  }

  @Test
  void refusesAPasswordTypedWhereAReferenceBelongs() {
    assertThatThrownBy(() -> workshop.adopt(SECRET, SUBMISSION))
        .isInstanceOf(RejectedInput.class).hasMessageNotContaining(SECRET);
  }

  @Test
  void adoptsAgainForTheSameForm() {
    String reference = workshop.adopted(SECRET);
    workshop.adopt(reference, SUBMISSION);
    assertThat(opened(reference, "case-1")).isEqualTo(SECRET);
  }

  @Test
  void doesNotOpenInARowThatItWasCopiedTo() {
    String first = workshop.adopted(SECRET);
    String second = workshop.adopted("lain");
    workshop.jdbc.sql("update \"alur\".secret set sealed = (select sealed from \"alur\".secret where id = ?) where id = ?")
        .params(first, second).update();
    assertThatThrownBy(() -> workshop.vault.open(second, "case-1")).isInstanceOf(UnusableVaultKey.class);
  }

  @ParameterizedTest
  @MethodSource
  void doesNotOpenOnceItsRowWasChanged(String change) {
    String reference = workshop.adopted(SECRET);
    workshop.jdbc.sql("update \"alur\".secret set " + change).update();
    assertThatThrownBy(() -> workshop.vault.open(reference, "case-2")).isInstanceOf(UnusableVaultKey.class)
        .hasMessageContaining("changed or copied");
  }

  static Stream<String> doesNotOpenOnceItsRowWasChanged() {
    return Stream.of("case_id = 'case-2'", "case_id = 'case-2', unit = '002002'", "case_id = 'case-2', sealed = x'00'");
  }

  @Test
  void opensWithAnOldKeyAndSealsWithTheNew() throws Exception {
    String oldKey = SealingKey.random();
    String newKey = SealingKey.random();
    Vault before = workshop.vaultWith(settings(oldKey));
    String reference = before.store(VaultWorkshop.KIND, SECRET, "siti", Submission.task("t1"));
    before.adopt(reference, VaultWorkshop.KIND, SUBMISSION);

    Vault after = workshop.vaultWith(settings(newKey, oldKey));
    after.checkKeys();
    assertThat(after.open(reference, "case-1").<String>use(Function.identity())).isEqualTo(SECRET);
    String later = after.store(VaultWorkshop.KIND, SECRET, "siti", Submission.task("t1"));
    assertThat(workshop.table.find(later).orElseThrow().sealed().keyId()).isEqualTo(SealingKey.of(newKey, "test").id());
  }

  @Test
  void doesNotStartWithoutTheKeyOfASecretThatIsStillThere() throws Exception {
    workshop.adopted(SECRET);
    Vault stranger = workshop.vaultWith(settings(SealingKey.random()));
    assertThatThrownBy(stranger::checkKeys).isInstanceOf(UnusableVaultKey.class)
        .hasMessageContaining("keys that this node does not have");

    workshop.vault.destroy("case-1");
    stranger.checkKeys();
  }

  @Test
  void saysClearlyThatAKeyIsMissing() throws Exception {
    String reference = workshop.adopted(SECRET);
    Vault stranger = workshop.vaultWith(settings(SealingKey.random()));
    assertThatThrownBy(() -> stranger.open(reference, "case-1")).isInstanceOf(UnusableVaultKey.class)
        .hasMessageContaining("alur.vault.old-keys");
  }

  @Test
  void showsNothingOfASecretWhereverItIsPrinted() throws Exception {
    Secret secret = workshop.vault.open(workshop.adopted(SECRET), "case-1");
    assertThat(secret).hasToString("***");
    assertThat(new ObjectMapper().writeValueAsString(secret)).isEqualTo("\"***\"");
  }

  @Test
  void givesUsernameAndPasswordOfOneSecret() {
    Secret login = workshop.vault.open(workshop.adopted("{\"username\":\"pt001001\",\"password\":\"" + SECRET + "\"}"), "case-1");
    assertThat(login.<String>useCredentials((username, password) -> username + " " + password))
        .isEqualTo("pt001001 " + SECRET);
  }

  @Test
  void saysNothingOfASecretThatIsNoUsernameWithPassword() {
    Secret secret = workshop.vault.open(workshop.adopted(SECRET), "case-1");
    assertThatThrownBy(() -> secret.useCredentials((username, password) -> null))
        .isInstanceOf(IllegalStateException.class).hasNoCause().hasMessageNotContaining(SECRET);
  }

  private String opened(String reference, String caseId) {
    return workshop.vault.open(reference, caseId).use(Function.identity());
  }

  private void assertRejected(String reference, String kind, Submission submission) {
    assertThatThrownBy(() -> workshop.adopt(reference, kind, submission)).isInstanceOf(RejectedInput.class)
        .hasMessageStartingWith("credentials: ").hasMessageContaining("Masukkan lagi");
  }
}
