package id.alur.document;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

@Configuration(proxyBeanMethods = false)
@EnableScheduling
class DocumentConfiguration {

  /** What proves what was done. */
  @Bean
  DocumentKind evidence() {
    return DocumentKind.pdfOrPicture("evidence", 20);
  }
}
