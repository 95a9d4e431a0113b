package id.alur.helpdesk;

import static org.springframework.boot.test.context.SpringBootTest.WebEnvironment.RANDOM_PORT;

import id.alur.Alur;
import id.alur.Mailbox;
import id.alur.People;
import id.alur.Procedure;
import id.alur.document.UploadedDocuments;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.bean.override.mockito.MockitoSpyBean;

/** The public pages over HTTP, with their limits, behind a proxy; the desk behind them is the real one, unless it fails. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(classes = {Alur.class, People.class, Procedure.class, UploadedDocuments.class, Mailbox.class},
    webEnvironment = RANDOM_PORT, properties = {
        "server.forward-headers-strategy=native", "alur.help-desk.page.posts-per-address=5",
        "alur.help-desk.page.posts-period=10m", "alur.help-desk.page.looks-per-minute=60"})
@ActiveProfiles("test")
@MockitoSpyBean(types = PublicDesk.class)
@interface PublicPageTest {}
