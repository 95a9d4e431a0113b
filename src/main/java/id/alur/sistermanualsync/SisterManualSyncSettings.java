package id.alur.sistermanualsync;

import id.alur.partner.sister.SignInWay;
import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an operator may set about the manual sync.
 *
 * @param remindEvery how often an Admin PT who waits for credentials is reminded to look in inbox and spam (MS-3)
 * @param escalateAfter when the manager is told that the credentials have not come (MS-3)
 * @param automaticSignIn for which PT, by its kode PT, Alur signs in at /autosync itself, and how (MS-5)
 * @param signInDeadline how long such a sign-in may take
 * @param ticketDeadline how long opening a request at Pusat Bantuan may take (MS-2, MS-7)
 * @param uploadDeadline how long handing in the JSON may take (MS-7)
 */
@ConfigurationProperties("alur.sister-manual-sync")
record SisterManualSyncSettings(@DefaultValue("1d") Duration remindEvery, @DefaultValue("3d") Duration escalateAfter,
    @DefaultValue Map<String, SignInWay> automaticSignIn, @DefaultValue("30m") Duration signInDeadline,
    @DefaultValue("90s") Duration ticketDeadline, @DefaultValue("15m") Duration uploadDeadline) {}
