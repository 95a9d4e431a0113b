package id.alur.journeys;

import static org.springframework.boot.test.context.SpringBootTest.WebEnvironment.RANDOM_PORT;

import id.alur.Alur;
import id.alur.People;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ActiveProfiles;

/** What the shared form script promises, in the real Tasklist, at the forms of a {@link MadeUpOffice}. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = RANDOM_PORT, classes = Alur.class, properties = {
    "alur.data=target/form-script-journey",
    "spring.datasource.url=jdbc:h2:mem:form-script;DB_CLOSE_DELAY=-1",
    "camunda.bpm.admin-user.password=" + People.PASSWORD})
@ActiveProfiles("form-script")
@ExtendWith(Chromium.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@interface FormScript {}
