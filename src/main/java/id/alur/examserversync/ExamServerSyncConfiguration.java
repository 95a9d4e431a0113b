package id.alur.examserversync;

import id.alur.access.Group;
import id.alur.access.Starters;
import id.alur.document.DocumentKind;
import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ExamServerSyncConfiguration {

  private static final long LARGEST_LIST = 1024 * 1024;
  private static final long LARGEST_BACK_UP = 100L * 1024 * 1024;
  private static final long LARGEST_MINUTES = 20L * 1024 * 1024;

  /** Only a proctor starts it, for his own school (ES-2). */
  @Bean
  Starters examServerSyncStarters() {
    return Starters.of(ExamServerSync.PROCESS, Group.PROKTOR);
  }

  /** The backup, where the proctor hands it over too (ES-13); how CBTSync names and packs it is unpublished. */
  @Bean
  DocumentKind examBackUp() {
    return new DocumentKind("exam-back-up", LARGEST_BACK_UP, List.of(".source", ".zip", ".rar", ".7z", ".gz", ".bak", ".sql"),
        content -> Optional.empty());
  }

  /** Registered and shown participants (ES-19). */
  @Bean
  DocumentKind participantList() {
    return new DocumentKind(ParticipantLists.KIND, LARGEST_LIST, List.of(".csv", ".txt"), ParticipantLists::faultIn);
  }

  /** The minutes that Alur writes at the end. */
  @Bean
  DocumentKind syncMinutes() {
    return new DocumentKind(WriteMinutes.KIND, LARGEST_MINUTES, List.of(".pdf"), content -> Optional.empty());
  }
}
