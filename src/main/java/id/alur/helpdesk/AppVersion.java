package id.alur.helpdesk;

import java.time.Instant;

/**
 * Which versions a case installed or found (HD-P6), as their screens show them.
 *
 * @param unit the kode PT
 * @param installed false if they were there before: nothing newer was found
 * @param recordedBy a user id
 */
record AppVersion(String caseId, String unit, String feeder, String integrator, boolean installed, String recordedBy,
    Instant recordedAt) {

  static final int LONGEST = 60;
}
