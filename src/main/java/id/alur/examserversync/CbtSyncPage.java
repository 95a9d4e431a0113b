package id.alur.examserversync;

import static id.alur.examserversync.ExamServerSync.CBT_SYNC_ADDRESS;

import id.alur.act.Act;
import id.alur.act.ActOutcome;
import id.alur.partner.cbtsync.CbtSyncWeb;
import id.alur.partner.http.CallFailed;
import java.net.URI;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** The page of the case's server, read by Alur: to look twice does no harm. */
@Component
class CbtSyncPage {

  private final CbtSyncWeb web;

  CbtSyncPage(CbtSyncWeb web) {
    this.web = web;
  }

  /** What {@code judge} makes of the page's words; whatever cannot be read is read by the proctor. */
  ActOutcome judge(Act act, Function<String, ActOutcome> judge) {
    try {
      return judge.apply(web.read(URI.create(act.find(CBT_SYNC_ADDRESS).orElseThrow()), act.timeLeft()));
    } catch (CallFailed failure) {
      return ActOutcome.certainlyNot(failure.sentence());
    }
  }
}
