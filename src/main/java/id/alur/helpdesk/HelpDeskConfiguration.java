package id.alur.helpdesk;

import id.alur.access.Group;
import id.alur.access.Starters;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class HelpDeskConfiguration {

  /** Staff take complaints at the counter and from the PDDIKTI service application (HD-P2). */
  @Bean
  Starters helpDeskStarters() {
    return Starters.of(HelpDesk.PROCESS, Group.STAF_PUSTIPD, Group.KETUA_TIM);
  }
}
