package id.alur.sistermanualsync;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an operator may set about the manual sync.
 *
 * @param remindEvery how often an Admin PT who waits for credentials is reminded to look in inbox and spam (MS-3)
 * @param escalateAfter when the manager is told that the credentials have not come (MS-3)
 */
@ConfigurationProperties("alur.sister-manual-sync")
record SisterManualSyncSettings(@DefaultValue("1d") Duration remindEvery, @DefaultValue("3d") Duration escalateAfter) {}
