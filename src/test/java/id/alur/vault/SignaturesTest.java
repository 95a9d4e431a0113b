package id.alur.vault;

import static id.alur.vault.VaultWorkshop.settings;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class SignaturesTest {

  private static final String PURPOSE = "page of 001042";
  private static final String TEXT = "2026-11-20T03:00:00Z → é";

  @TempDir Path data;
  private Signatures signatures;

  @BeforeEach
  void aNode() throws IOException {
    signatures = new Signatures(new Keyring(settings(null), data));
  }

  @Test
  void areKnownAgainByEveryNodeWithTheKey() throws IOException {
    Signatures otherNode = new Signatures(new Keyring(settings(null), data));
    assertThat(otherNode.read(signatures.sign(TEXT, PURPOSE), PURPOSE)).hasValue(TEXT);
  }

  @Test
  void areKnownAgainAfterTheKeyWasChanged() throws IOException {
    String old = SealingKey.random();
    String signed = new Signatures(new Keyring(settings(old), data)).sign(TEXT, PURPOSE);
    VaultSettings changed = settings(SealingKey.random(), old);
    assertThat(new Signatures(new Keyring(changed, data)).read(signed, PURPOSE)).hasValue(TEXT);
  }

  @Test
  void holdForTheirPurposeOnly() {
    assertThat(signatures.read(signatures.sign(TEXT, PURPOSE), "page of 001043")).isEmpty();
  }

  @Test
  void areNotThoseOfAnotherKey() throws IOException {
    String signed = new Signatures(new Keyring(settings(SealingKey.random()), data)).sign(TEXT, PURPOSE);
    assertThat(signatures.read(signed, PURPOSE)).isEmpty();
  }

  @Test
  void doNotHoldForAnotherText() {
    String[] signed = signatures.sign(TEXT, PURPOSE).split("\\.");
    String[] other = signatures.sign("2026-11-19T03:00:00Z", PURPOSE).split("\\.");
    assertThat(signatures.read(String.join(".", signed[0], other[1], signed[2]), PURPOSE)).isEmpty();
  }

  @ParameterizedTest
  @NullAndEmptySource
  @ValueSource(strings = {".", "..", "a.b.c", "a.!.c", "a.b.c.d", "\0.\0.\0"})
  void areNothingThatStrangersSend(String anything) {
    assertThat(signatures.read(anything, PURPOSE)).isEmpty();
  }
}
