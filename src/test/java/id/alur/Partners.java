package id.alur;

import id.alur.act.ActRunner;
import id.alur.partner.neofeeder.StandInNeoFeeder;
import id.alur.partner.pusatbantuan.StandInPusatBantuan;
import id.alur.partner.sister.StandInSister;

/** The partners that Alur calls, as a test wants them, and the moment in which it calls them. */
public final class Partners {

  private final StandInPusatBantuan pusatBantuan;
  private final StandInSister sister;
  private final StandInNeoFeeder neoFeeder;
  private final ActRunner acts;

  Partners(StandInPusatBantuan pusatBantuan, StandInSister sister, StandInNeoFeeder neoFeeder, ActRunner acts) {
    this.pusatBantuan = pusatBantuan;
    this.sister = sister;
    this.neoFeeder = neoFeeder;
    this.acts = acts;
  }

  public StandInPusatBantuan pusatBantuan() {
    return pusatBantuan;
  }

  public StandInSister sister() {
    return sister;
  }

  public StandInNeoFeeder neoFeeder() {
    return neoFeeder;
  }

  /** Performs the acts that wait, and those that come of them, until none waits. */
  public void areCalled() {
    while (acts.runOnce() > 0) {
      // the next act of the same case may be ready now
    }
  }

  /** As if no test had said anything. */
  public void forgetWhatWasSaid() {
    pusatBantuan.forgetWhatWasSaid();
    sister.forgetWhatWasSaid();
    neoFeeder.forgetWhatWasSaid();
  }
}
