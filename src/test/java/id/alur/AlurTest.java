package id.alur;

import id.alur.cases.CaseRequests;
import id.alur.conventions.ModelCoverage;
import id.alur.document.UploadedDocuments;
import id.alur.partner.neofeeder.StandInNeoFeeder;
import id.alur.partner.pusatbantuan.StandInPusatBantuan;
import id.alur.partner.sister.StandInSister;
import id.alur.vault.EnteredSecrets;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ActiveProfiles;

/**
 * The whole product on a database in memory; jobs run, time passes and partners are called only when the test says so.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(classes = {Alur.class, People.class, Procedure.class, UploadedDocuments.class, Mailbox.class,
    EnteredSecrets.class, CaseRequests.class, Partners.class, StandInPusatBantuan.class, StandInSister.class,
    StandInNeoFeeder.class,     ModelCoverage.Recorder.class})
@ActiveProfiles("test")
public @interface AlurTest {}
