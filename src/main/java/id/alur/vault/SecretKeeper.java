package id.alur.vault;

import id.alur.engine.ReferenceKeeper;
import id.alur.engine.RejectedInput;
import java.time.Instant;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Makes secrets part of the case whose form they were entered in, and destroys them when it ends. */
@Component
class SecretKeeper implements ReferenceKeeper {

  private static final Pattern KIND = Pattern.compile("secret-[a-z0-9-]{1,50}");

  private final Vault vault;

  SecretKeeper(Vault vault) {
    this.vault = vault;
  }

  @Override
  public boolean keeps(String kind) {
    return KIND.matcher(kind).matches();
  }

  @Override
  public void adopt(String field, String kind, String reference, Submission submission) {
    if (!vault.adopt(reference, kind, submission)) {
      // One sentence for all: it must not tell whether a secret of somebody else exists.
      throw RejectedInput.of(field, "Isian rahasia ini tidak (lagi) tersimpan untuk Anda di formulir ini. Masukkan lagi.");
    }
  }

  @Override
  public void caseEnded(String caseId, Instant end) {
    vault.destroy(caseId, end);
  }
}
