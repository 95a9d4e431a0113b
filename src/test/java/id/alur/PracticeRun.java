package id.alur;

import id.alur.practice.PracticePartners;
import id.alur.practice.PracticeWelcome;
import org.springframework.boot.SpringApplication;

/** Starts the product with practice accounts, simulated partners and a mailbox: {@code mvn spring-boot:test-run}. */
public final class PracticeRun {

  private PracticeRun() {}

  public static void main(String[] args) {
    PracticePartners partners = new PracticePartners();
    SpringApplication app = new SpringApplication(Alur.class);
    app.setAdditionalProfiles("practice");
    app.setDefaultProperties(partners.settings());
    app.addInitializers(context -> context.getBeanFactory().registerSingleton("practicePartners", partners));
    System.out.print(PracticeWelcome.text(app.run(args).getEnvironment(), partners));
  }
}
