package id.alur.helpdesk;

import java.time.Instant;
import java.util.List;

/**
 * What the requester may know of a complaint.
 *
 * @param entries what was said to or by the requester, in its order
 * @param reopenableUntil null if it cannot be reopened (any more)
 */
record TrackedComplaint(Complaint complaint, List<ComplaintEntry> entries, Instant reopenableUntil) {}
