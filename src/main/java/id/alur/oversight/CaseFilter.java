package id.alur.oversight;

/**
 * Which cases to list; a null asks for all.
 *
 * @param procedure the process id, which is the slug
 * @param running true for running cases only, false for finished ones only
 * @param businessKey how the business key begins
 */
record CaseFilter(String procedure, Boolean running, String businessKey) {

  static final CaseFilter ALL = new CaseFilter(null, null, null);
}
