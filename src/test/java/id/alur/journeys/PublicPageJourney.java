package id.alur.journeys;

import static com.codeborne.selenide.Condition.text;
import static com.codeborne.selenide.Condition.visible;
import static com.codeborne.selenide.Selenide.$;

import com.codeborne.selenide.Selenide;
import id.alur.Sop;
import id.alur.helpdesk.HelpDeskCases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What visitors see of the public pages at a desk and on a phone, and what those meet who do not see it. */
@HelpDeskInBrowser
@Sop({"HD-1", "HD-2", "HD-4", "HD-P2", "HD-P5"})
class PublicPageJourney {

  @LocalServerPort int port;
  @Autowired HelpDeskCases desk;
  @TempDir Path folder;

  private PublicPage page;

  @BeforeEach
  void openTheDesk() {
    desk.open();
    page = new PublicPage(port);
  }

  @AfterEach
  void closeTheDesk() {
    desk.close();
  }

  @AfterAll
  void leave() {
    Selenide.closeWebDriver();
  }

  @ParameterizedTest
  @EnumSource(Screen.class)
  void fromAnEmptyFormToTheSolution(Screen screen) throws IOException {
    page.openForm(screen);
    PublicPage.look("complaint-form");

    $("#attachments").uploadFile(Files.writeString(folder.resolve("tangkapan layar.pdf"), "%PDF-1.7 contoh").toFile());
    page.fillIn();
    $("#requesterEmail").clear();
    page.send();
    $(".summary").shouldBe(visible);
    $("fieldset").shouldHave(text("tangkapan layar.pdf"));
    PublicPage.look("complaint-form-refused");
    $(".summary a[href='#requesterEmail']").click();

    $("#requesterEmail").setValue("putri@contoh.test");
    page.send();
    page.news().shouldHave(text("sudah kami terima"));
    page.content().shouldHave(text("tangkapan layar.pdf"));
    PublicPage.look("tracking-received");

    ProcessInstance complaint = desk.complaintOf(page.code());
    desk.triage(complaint);
    desk.ask(complaint);
    Selenide.refresh();
    PublicPage.look("tracking-asked");
    page.reply("Yang di ijazah.");
    desk.solve(complaint);
    Selenide.refresh();
    page.content().shouldHave(text(HelpDeskCases.SOLUTION));
    PublicPage.look("tracking-solved");
    page.open(screen, "/keluhan/lacak/AAAA?lang=en");
    PublicPage.look("tracking-unknown");
  }
}
