package id.alur.sistermanualsync;

import id.alur.access.Group;
import id.alur.access.Starters;
import id.alur.document.DocumentKind;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SisterManualSyncConfiguration {

  static final String ANSWER = "sister-answer";
  static final long LARGEST_ANSWER = 200L * 1024 * 1024;

  /** Only an Admin PT starts it, for his own PT (MS-A). */
  @Bean
  Starters sisterManualSyncStarters() {
    return Starters.of(SisterManualSync.PROCESS, Group.ADMIN_PT);
  }

  /** The JSON that was saved after signing in (MS-6). */
  @Bean
  DocumentKind sisterAnswer() {
    return new DocumentKind(ANSWER, LARGEST_ANSWER, List.of(".json", ".txt"), SisterAnswer::faultIn);
  }
}
