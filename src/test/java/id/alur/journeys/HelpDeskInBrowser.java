package id.alur.journeys;

import id.alur.Alur;
import id.alur.Mailbox;
import id.alur.Partners;
import id.alur.People;
import id.alur.Procedure;
import id.alur.helpdesk.HelpDeskCases;
import id.alur.partner.neofeeder.StandInNeoFeeder;
import id.alur.partner.pusatbantuan.StandInPusatBantuan;
import id.alur.partner.sister.StandInSister;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.ActiveProfiles;

/** The help desk in a browser, with its partners and its mail; one context for all of them. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, classes = {Alur.class, People.class, Procedure.class,
    Mailbox.class, Partners.class, StandInPusatBantuan.class, StandInSister.class, StandInNeoFeeder.class,
    HelpDeskCases.class})
@ActiveProfiles("test")
@ExtendWith(Chromium.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@interface HelpDeskInBrowser {}
