package id.alur.helpdesk;

import id.alur.access.Group;
import id.alur.access.Starters;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AppUpdateConfiguration {

  /** The staff who serve complaints, and the head of their team, start it for their own unit (HD-P6, HD-P7). */
  @Bean
  Starters appUpdateStarters() {
    return Starters.of(AppUpdate.PROCESS, Group.STAF_PUSTIPD, Group.KETUA_TIM);
  }
}
