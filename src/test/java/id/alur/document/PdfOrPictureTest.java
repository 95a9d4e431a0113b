package id.alur.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PdfOrPictureTest {

  @ParameterizedTest
  @ValueSource(strings = {"255044462d312e37", "89504e470d0a1a0a0000", "ffd8ffe0"})
  void acceptsPdfPngAndJpeg(String head) throws IOException {
    assertThat(fault(head)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"3c21646f63747970652068746d6c3e", "25504446", "89504e47", "ff", ""})
  void refusesAnythingElseWhateverItsNameSays(String head) throws IOException {
    assertThat(fault(head)).hasValueSatisfying(sentence -> assertThat(sentence).contains("bukan PDF, PNG, atau JPG"));
  }

  private static Optional<String> fault(String head) throws IOException {
    return new PdfOrPicture().findFault(new ByteArrayInputStream(HexFormat.of().parseHex(head)));
  }
}
