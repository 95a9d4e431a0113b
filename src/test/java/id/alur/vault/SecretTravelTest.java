package id.alur.vault;

import id.alur.Alur;
import id.alur.People;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.ActiveProfiles;

/** On H2 in a file, whose bytes are searched too. */
@SpringBootTest(
    classes = {Alur.class, People.class, SecretTravel.SignInWithSecret.class},
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {"alur.data=" + SecretTravel.DATA + "h2",
        "spring.datasource.url=jdbc:h2:file:./" + SecretTravel.DATA + "h2/alur", "logging.threshold.console=warn"})
@ActiveProfiles("test")
class SecretTravelTest extends SecretTravel {}
