package id.alur;

import java.util.TimeZone;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The product: operating procedures of Indonesian education-data operators as executable BPMN. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class Alur {

  static {
    // The engine's columns hold no zone: every node must write them in the same one.
    TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
  }

  public static void main(String[] args) {
    SpringApplication.run(Alur.class, args);
  }
}
