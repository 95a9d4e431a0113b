package id.alur.helpdesk;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * A complaint that a visitor of the public page sends.
 *
 * @param unit its kode PT
 * @param openedAt when the page was opened; null if that is not known
 * @param submissionKey random, made when the page was opened: whoever sends a page twice makes one complaint
 * @param attachments references of documents that were kept for this start, at most three
 */
record NewComplaint(String unit, Locale language, ComplaintAnswers answers, Instant openedAt, String submissionKey,
    List<String> attachments) {}
