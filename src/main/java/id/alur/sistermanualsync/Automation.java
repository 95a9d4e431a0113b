package id.alur.sistermanualsync;

import static id.alur.sistermanualsync.SisterManualSync.CREDENTIALS;
import static id.alur.sistermanualsync.SisterManualSync.CREDENTIALS_REFUSED_BECAUSE;
import static id.alur.sistermanualsync.SisterManualSync.VERDICT_REASON;

import id.alur.engine.InModel;
import id.alur.partner.pusatbantuan.PusatBantuan;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/**
 * Which steps Alur does itself: those that are set up. After a refusal it does none: a person reads the reason and does
 * the step again, or Alur would send the same once more.
 */
@InModel
public class Automation {

  private final PusatBantuan pusatBantuan;
  private final SisterManualSyncSettings settings;

  Automation(PusatBantuan pusatBantuan, SisterManualSyncSettings settings) {
    this.pusatBantuan = pusatBantuan;
    this.settings = settings;
  }

  /** Whether Alur asks for access (MS-1, MS-2). */
  public boolean requestsAccess(DelegateExecution execution) {
    return pusatBantuan.isConfigured() && !isAfterRefusal(execution);
  }

  /** Whether Alur signs in (MS-5): the PT has it switched on, and the Admin PT handed in username and password. */
  public boolean signsIn(DelegateExecution execution) {
    return isSwitchedOn(execution.getTenantId()) && CREDENTIALS.find(execution).isPresent() && !isAfterRefusal(execution);
  }

  /** Whether Alur sends the JSON (MS-7). */
  public boolean handsOver(DelegateExecution execution) {
    return pusatBantuan.isConfigured() && !isAfterRefusal(execution);
  }

  boolean isSwitchedOn(String unit) {
    return settings.automaticSignIn().containsKey(unit);
  }

  private static boolean isAfterRefusal(DelegateExecution execution) {
    return VERDICT_REASON.find(execution).isPresent() || CREDENTIALS_REFUSED_BECAUSE.find(execution).isPresent();
  }
}
