package id.alur.helpdesk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;

import id.alur.document.Documents;
import id.alur.vault.Signatures;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.unit.DataSize;

class PageAttachmentsTest {

  @TempDir Path data;

  private final Documents documents = mock(Documents.class);
  private final Part file = mock(Part.class);

  @Test
  void leaveStaffTheRestOfTheDisk() throws IOException {
    PublicPageSettings settings = new PublicPageSettings(
        1, Duration.ofMinutes(1), 1, 1, 1, 1, Duration.ZERO, 1, Duration.ZERO, DataSize.ofBytes(Long.MAX_VALUE));
    PageAttachments attachments = new PageAttachments(documents, mock(Signatures.class), settings, data);
    assertThatIOException().isThrownBy(() -> attachments.keep(file, "page")).withMessageContaining("free");
    then(documents).should(never()).keepForStart(any(), any(), any(), any());
  }

  @ParameterizedTest
  @CsvSource(nullValues = "none", value = {
      "bukti.pdf, bukti.pdf", "C:\\Users\\putri\\bukti.pdf, bukti.pdf", "../../etc/passwd, passwd", "none, ''"})
  void areCalledByTheirNameWithoutTheirFolder(String reported, String name) {
    given(file.getSubmittedFileName()).willReturn(reported);
    assertThat(PageAttachments.nameOf(file)).isEqualTo(name);
  }
}
