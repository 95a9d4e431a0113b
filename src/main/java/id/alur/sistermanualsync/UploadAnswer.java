package id.alur.sistermanualsync;

import static id.alur.sistermanualsync.SisterManualSync.ANSWER_DOCUMENT;
import static id.alur.sistermanualsync.SisterManualSync.ANSWER_UPLOAD;
import static id.alur.sistermanualsync.SisterManualSync.ANSWER_UPLOADS;
import static id.alur.sistermanualsync.SisterManualSync.ANSWER_UPLOAD_EXPIRES;
import static id.alur.sistermanualsync.SisterManualSync.BY_HAND_BECAUSE;
import static id.alur.sistermanualsync.SisterManualSync.SIZE_EXCEEDED;

import id.alur.act.Act;
import id.alur.act.ActOutcome;
import id.alur.act.ActWorker;
import id.alur.document.Documents;
import id.alur.document.OpenDocument;
import id.alur.partner.http.CallFailed;
import id.alur.partner.http.OutcomeUnknown;
import id.alur.partner.pusatbantuan.PusatBantuan;
import id.alur.partner.pusatbantuan.Refused;
import id.alur.partner.pusatbantuan.Upload;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Hands the JSON in at Pusat Bantuan for the request that follows (MS-7); without one it does nothing there. */
@Component
class UploadAnswer implements ActWorker {

  private final Documents documents;
  private final PusatBantuan pusatBantuan;
  private final SisterManualSyncSettings settings;

  UploadAnswer(Documents documents, PusatBantuan pusatBantuan, SisterManualSyncSettings settings) {
    this.documents = documents;
    this.pusatBantuan = pusatBantuan;
    this.settings = settings;
  }

  @Override
  public String topic() {
    return "uploadAnswer";
  }

  @Override
  public Duration deadline() {
    return settings.uploadDeadline();
  }

  @Override
  public boolean isRepeatable() {
    return true;
  }

  @Override
  public ActOutcome perform(Act act) {
    try (OpenDocument answer = documents.open(act.find(ANSWER_DOCUMENT).orElseThrow(), act.caseId())) {
      Upload upload = pusatBantuan.upload(answer.name(), answer.size(), answer.content());
      return ActOutcome.done().with(ANSWER_UPLOAD, upload.token())
          .with(ANSWER_UPLOAD_EXPIRES, upload.expiresAt().toString())
          .with(ANSWER_UPLOADS, act.find(ANSWER_UPLOADS).orElse(0L) + 1);
    } catch (OutcomeUnknown failure) {
      return ActOutcome.certainlyNot(failure.sentence(), ActOutcome.PAUSE);
    } catch (CallFailed failure) {
      return isTooLarge(failure)
          ? ActOutcome.businessError(SIZE_EXCEEDED).with(BY_HAND_BECAUSE, failure.sentence())
          : ActOutcome.of(failure);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isTooLarge(CallFailed failure) {
    return failure instanceof Refused refused && refused.reason() == Refused.Reason.FILE_TOO_LARGE;
  }
}
