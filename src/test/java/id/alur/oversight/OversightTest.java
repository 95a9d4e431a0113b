package id.alur.oversight;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

/** A test with the engine on an empty database, and an invented procedure, people and units. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = {
    "spring.datasource.url=jdbc:h2:mem:oversight;DB_CLOSE_DELAY=-1",
    "camunda.bpm.admin-user.password=Latihan-2026!",
    "camunda.bpm.job-execution.enabled=false"
})
@Import(DataCheck.class)
@interface OversightTest {}
