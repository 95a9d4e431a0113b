package id.alur.examserversync;

import static org.assertj.core.api.Assertions.assertThat;

import id.alur.Sop;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Serial numbers and ID Server. */
@Sop({"ES-1", "ES-8"})
class MachineCodeTest {

  @ParameterizedTest
  @CsvSource({"VM-123abc, VM-123ABC", "' 4C4C4544-0051 ', 4C4C4544-0051", "7, 7", "u0101, U0101"})
  void areWrittenInOneWay(String typed, String code) {
    assertThat(SerialNumber.of(typed)).map(SerialNumber::value).contains(code);
    assertThat(ServerId.of(typed)).map(ServerId::value).contains(code);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", " ", "\u3000\t"})
  void areAskedForWhereThereIsNone(String typed) {
    assertRefused(typed, "Isi Nomor seri (SN). Salin dari dashboard", "Isi ID Server. Salin dari menu ID Sinkronisasi");
  }

  @ParameterizedTest
  @ValueSource(strings = {"VM\u200b123", "\ufeffVM123", "VM 123", "VM\u00a0123", "VM\n123", "VM123\u0000", "\u202eVM123",
      "VM\u00ad123"})
  void mayHoldNothingThatCannotBeSeen(String typed) {
    assertRefused(typed, "Nomor seri (SN) mengandung spasi atau karakter yang tidak terlihat",
        "ID Server mengandung spasi atau karakter yang tidak terlihat");
  }

  @ParameterizedTest
  @ValueSource(strings = {"VM_123", "VM.123", "VM/123", "SN:123", "ＶＭ123", "ВМ123", "VM–123", "VM#1", "<b>VM</b>", "--", "é1"})
  void holdOnlyLettersDigitsAndDashes(String typed) {
    assertRefused(typed, "hanya terdiri atas huruf, angka, dan tanda hubung", "hanya terdiri atas huruf");
  }

  @Test
  void haveALongestLength() {
    assertThat(SerialNumber.of("A".repeat(64))).isPresent();
    assertThat(SerialNumber.refusalOf("A".repeat(65))).contains("paling panjang 64 karakter; isian Anda 65");
    assertThat(ServerId.of("A".repeat(40))).isPresent();
    assertThat(ServerId.refusalOf("A".repeat(41))).contains("paling panjang 40 karakter; isian Anda 41");
  }

  private static void assertRefused(String typed, String serialNumber, String serverId) {
    assertThat(SerialNumber.refusalOf(typed)).contains(serialNumber);
    assertThat(SerialNumber.of(typed)).isEmpty();
    assertThat(ServerId.refusalOf(typed)).contains(serverId);
    assertThat(ServerId.of(typed)).isEmpty();
  }
}
