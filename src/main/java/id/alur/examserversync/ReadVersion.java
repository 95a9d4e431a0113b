package id.alur.examserversync;

import static id.alur.examserversync.ExamServerSync.CBT_SYNC_VERSION;
import static id.alur.examserversync.ExamServerSync.VERSION_DIFFERED;
import static id.alur.examserversync.ExamServerSync.VERSION_READ;

import id.alur.act.Act;
import id.alur.act.ActOutcome;
import id.alur.act.ActWorker;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Reads the version that CBTSync shows, and judges it as a typed one (ES-6). */
@Component
class ReadVersion implements ActWorker {

  private static final Duration DEADLINE = Duration.ofSeconds(20);
  private static final Pattern VERSION = Pattern.compile("(?i)\\bversi(?:on)?\\s*:?\\s*(v?\\d+(?:\\.\\d+)*)");

  private final CbtSyncPage page;
  private final WantedVersions versions;

  ReadVersion(CbtSyncPage page, WantedVersions versions) {
    this.page = page;
    this.versions = versions;
  }

  @Override
  public String topic() {
    return "readVersion";
  }

  @Override
  public Duration deadline() {
    return DEADLINE;
  }

  @Override
  public boolean isRepeatable() {
    return true;
  }

  @Override
  public ActOutcome perform(Act act) {
    return page.judge(act, words -> {
      Matcher version = VERSION.matcher(words);
      return version.find() ? judge(act, version.group(1))
          : ActOutcome.certainlyNot("Versi tidak ditemukan di laman CBTSync.");
    });
  }

  private ActOutcome judge(Act act, String version) {
    return versions.wantedIn(act).refusalOfCbtSync(version).isEmpty()
        ? ActOutcome.done().with(CBT_SYNC_VERSION, version)
        : ActOutcome.businessError(VERSION_DIFFERED).with(VERSION_READ, version);
  }
}
