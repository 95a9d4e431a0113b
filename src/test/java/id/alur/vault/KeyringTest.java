package id.alur.vault;

import static id.alur.vault.VaultWorkshop.settings;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

@ExtendWith(OutputCaptureExtension.class)
class KeyringTest {

  private static final String OWNER = "case 1";

  @TempDir Path data;

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void makesAKeyFileThatOnlyItsOwnerReads() throws Exception {
    new Keyring(settings(null), data);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("vault.key")))).isEqualTo("rw-------");
    assertThat(data.toFile().list()).containsExactly("vault.key");
  }

  @Test
  void asksToBackUpANewKeyWithoutLoggingIt(CapturedOutput output) throws Exception {
    new Keyring(settings(null), data);
    assertThat(output).contains("Back it up").doesNotContain(Files.readString(data.resolve("vault.key")).strip());
  }

  @Test
  void keepsTheKeyThatItMadeBefore() throws Exception {
    Keyring.Sealed sealed = new Keyring(settings(null), data).seal("rahasia", OWNER);
    assertThat(new Keyring(settings(null), data).open(sealed, OWNER)).isEqualTo("rahasia");
  }

  @Test
  void readsAKeyFileOfTheOperatorsChoice() throws Exception {
    String key = SealingKey.random();
    Path file = Files.writeString(data.resolve("my.key"), key + "\n");
    Keyring keyring = new Keyring(new VaultSettings(null, file, List.of(), Duration.ofHours(1)), data);
    assertThat(keyring.has(SealingKey.of(key, "test").id())).isTrue();
    assertThat(data.resolve("vault.key")).doesNotExist();
  }

  @Test
  void makesNoKeyWhereTheOperatorsIsMissing() {
    VaultSettings missing = new VaultSettings(null, data.resolve("my.key"), List.of(), Duration.ofHours(1));
    assertThatThrownBy(() -> new Keyring(missing, data)).isInstanceOf(UnusableVaultKey.class)
        .hasMessageContaining("Restore it from its backup");
    assertThat(data).isEmptyDirectory();
  }

  @ParameterizedTest
  @ValueSource(strings = {"pendek", "AAAA", "bukan base64!", "QUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFB"})
  void refusesWhatIsNoKeyWithoutRepeatingIt(String key) {
    assertThatThrownBy(() -> new Keyring(settings(key), data)).isInstanceOf(UnusableVaultKey.class)
        .hasMessageContaining("not 32 bytes in base64").hasMessageNotContaining(key).hasNoCause();
  }

  @Test
  void sealsTheSameTextDifferentlyEachTime() throws Exception {
    Keyring keyring = new Keyring(settings(null), data);
    assertThat(keyring.seal("rahasia", OWNER).bytes()).isNotEqualTo(keyring.seal("rahasia", OWNER).bytes());
  }

  @Test
  void takesItsSettingsFromTheEnvironment() {
    VaultSettings settings = fromEnvironment(Map.of("ALUR_VAULT_KEY_FILE", "/run/secrets/vault.key",
        "ALUR_VAULT_OLD_KEYS", "satu,dua", "ALUR_VAULT_KEY", "tiga"));
    assertThat(settings.keyFile()).isEqualTo(Path.of("/run/secrets/vault.key"));
    assertThat(settings.oldKeys()).containsExactly("satu", "dua");
    assertThat(settings.key()).isEqualTo("tiga");
    assertThat(settings.toString()).doesNotContain("satu", "dua", "tiga");
  }

  private static VaultSettings fromEnvironment(Map<String, Object> variables) {
    MutablePropertySources sources = new MutablePropertySources();
    sources.addFirst(new SystemEnvironmentPropertySource(
        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, variables));
    return new Binder(ConfigurationPropertySources.from(sources)).bind("alur.vault", VaultSettings.class).get();
  }
}
