package id.alur.helpdesk;

import java.time.Instant;
import java.util.Locale;

/**
 * A complaint as its requester made it (HD-1, HD-2). What a person wrote is null once it is forgotten.
 *
 * @param caseNumber by which people talk about it
 * @param requesterEmail null if the requester gave none at the counter
 * @param identifier NIM, NIDN, NUPTK or NIP of the person concerned; may be null
 * @param settledAt when its solution, referral or silence was told; null before
 * @param endedAt null while its case runs
 */
record Complaint(String caseId, String unit, String caseNumber, TrackingCode trackingCode, ComplaintState state,
    Locale language, String requesterName, String requesterEmail, String identifier, String subject, String text,
    Instant receivedAt, Instant settledAt, Instant endedAt) {}
