package id.alur.helpdesk;

/**
 * A problem and how it was solved, as staff wrote it down: without names and numbers of people (HD-P4).
 *
 * @param unit its kode PT
 * @param round how often the case was reopened before
 * @param problem at most 2,000 characters
 * @param solution at most 4,000 characters
 * @param recordedBy a user id
 */
record NewSolution(String unit, String caseId, long round, ComplaintKind kind, String problem, String solution,
    String recordedBy) {}
