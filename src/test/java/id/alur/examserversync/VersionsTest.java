package id.alur.examserversync;

import static org.assertj.core.api.Assertions.assertThat;

import id.alur.Sop;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class VersionsTest {

  private final Versions versions = Versions.OF_SOURCE;

  @ParameterizedTest
  @ValueSource(strings = {"5.1.0", " v5.1.0 ", "V5.1.0", "v 5.1.0", "v.5.1.0", "Versi 5.1.0", "version: 5.1.0",
      "CBTSync v5.1.0", "CBTSync Versi 5.1.0", "５.１.０"})
  @Sop("ES-6")
  void areTheSameWithAWordInFront(String found) {
    assertThat(versions.refusalOfCbtSync(found)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"5.1", "5.10", "5.1.0.0", "5.1.01", "05.1.0", "5.1.0a", "5.1.0-beta", "5,1,0", "510", "12.2.3", "v",
      "bukan 5.1.0", "5.1.0 5.1.0", "5.1.\u200b0", ".", "50.170406"})
  @Sop("ES-6")
  void areOthersWithAnyOtherNumber(String found) {
    assertThat(versions.refusalOfCbtSync(found)).get().asString()
        .startsWith("Versi CBTSync harus 5.1.0; yang tercatat \"" + found + "\".").endsWith("menampilkan versi 5.1.0.");
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", " \t"})
  void areAskedForWhereThereIsNone(String found) {
    assertThat(versions.refusalOfCbtSync(found)).contains("Isi versi CBTSync seperti yang tampil di layar server.");
  }

  @Test
  @Sop("ES-3")
  void ofTheAdminAreJudgedByTheSameRule() {
    assertThat(versions.refusalOfAdmin("ExambrowserCBTSync Admin Version 50.170406")).isEmpty();
    assertThat(versions.refusalOfAdmin("50.170407")).get().asString()
        .startsWith("Versi ExambrowserCBTSync Admin harus 50.170406; yang tercatat \"50.170407\".");
  }

  @Test
  void quoteNoMoreThanIsReadable() {
    assertThat(versions.refusalOfCbtSync("9".repeat(4_000))).get().asString().hasSizeLessThan(200);
  }
}
