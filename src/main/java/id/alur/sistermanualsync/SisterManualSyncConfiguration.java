package id.alur.sistermanualsync;

import id.alur.access.Group;
import id.alur.access.Starters;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SisterManualSyncConfiguration {

  /** Only an Admin PT starts it, for his own PT (MS-A). */
  @Bean
  Starters sisterManualSyncStarters() {
    return Starters.of(SisterManualSync.PROCESS, Group.ADMIN_PT);
  }
}
