package id.alur;

import id.alur.document.UploadedDocuments;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.ActiveProfiles;

/**
 * {@link AlurTest} with the web apps on a port of their own, behind a proxy, and the {@link TrialProcedure}; one context for
 * all of them.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
    classes = {Alur.class, People.class, Procedure.class, UploadedDocuments.class, Mailbox.class,
        TrialProcedure.class, ExpressionProbe.class},
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = "server.forward-headers-strategy=native")
@ActiveProfiles("test")
public @interface WebTest {}
