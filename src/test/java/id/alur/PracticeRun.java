package id.alur;

import id.alur.practice.PracticeWelcome;
import org.springframework.boot.SpringApplication;

/** Starts the product with practice accounts and a mailbox: {@code mvn spring-boot:test-run}. */
public final class PracticeRun {

  private PracticeRun() {}

  public static void main(String[] args) {
    SpringApplication app = new SpringApplication(Alur.class);
    app.setAdditionalProfiles("practice");
    System.out.print(PracticeWelcome.text(app.run(args).getEnvironment()));
  }
}
