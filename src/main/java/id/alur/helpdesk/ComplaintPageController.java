package id.alur.helpdesk;

import id.alur.document.RefusedContent;
import id.alur.engine.RejectedInput;
import id.alur.vault.Signatures;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.servlet.ModelAndView;

/** The public page of a unit, on which anybody writes a complaint (HD-1, HD-2, HD-P2). */
@Controller
class ComplaintPageController {

  private static final Logger log = LoggerFactory.getLogger(ComplaintPageController.class);

  private final PublicDesk desk;
  private final PageAttachments attachments;
  private final VisitorLimits limits;
  private final PostSlots slots;
  private final PublicPageSettings settings;
  private final Signatures signatures;
  private final Clock clock;

  ComplaintPageController(PublicDesk desk, PageAttachments attachments, VisitorLimits limits, PostSlots slots,
      PublicPageSettings settings, Signatures signatures, Clock clock) {
    this.desk = desk;
    this.attachments = attachments;
    this.limits = limits;
    this.slots = slots;
    this.settings = settings;
    this.signatures = signatures;
    this.clock = clock;
  }

  @GetMapping("/keluhan")
  ModelAndView withoutUnit() {
    return noSuchPage();
  }

  @GetMapping("/keluhan/{unit}")
  ModelAndView open(@PathVariable String unit, HttpServletResponse response) {
    if (!desk.serves(unit)) {
      return noSuchPage();
    }
    // a browser that goes back may show again what was typed
    response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-cache");
    return new ComplaintPage(unit, OpenedPage.now(clock.instant(), signatures)).view().addObject("switchable", true);
  }

  @PostMapping(path = "/keluhan/{unit}", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  ModelAndView send(@PathVariable String unit, @RequestAttribute(VisitorWords.NAME) VisitorWords say,
      HttpServletRequest post, HttpServletResponse response) {
    if (!desk.serves(unit)) {
      return noSuchPage();
    }
    List<Part> files = filesOf(post);
    ComplaintPage page = returned(unit, post);
    try {
      refuseRobot(page, post);
      page.judge(say);
      if (files.isEmpty() && page.hasFaults()) {
        return page.refused(null);
      }
      return workOn(page, files, VisitorAddress.of(post.getRemoteAddr()), say);
    } catch (RefusedVisit refusal) {
      ModelAndView refused = page.refused(say.of(refusal.sentence()));
      PublicPageRefusals.apply(refusal, refused, response);
      return refused;
    }
  }

  private ModelAndView workOn(ComplaintPage page, List<Part> files, VisitorAddress from, VisitorWords say) {
    try (PostSlots.Slot slot = place(from)) {
      files.forEach(file -> keep(file, page, say));
      return page.hasFaults() ? page.refused(null) : submit(page, say);
    }
  }

  /** Who finds no place has used nothing up. */
  private PostSlots.Slot place(VisitorAddress from) {
    limits.post(from);
    try {
      return slots.toBeWorkedOn();
    } catch (RefusedVisit full) {
      limits.giveBackPost(from);
      throw full;
    }
  }

  private ModelAndView submit(ComplaintPage page, VisitorWords say) {
    NewComplaint complaint = page.complaint(say.language());
    limits.mail(complaint.answers().requesterEmail());
    try {
      TrackingCode code = desk.submit(complaint);
      return TrackingPageController.afterSending(code, say);
    } catch (RuntimeException failure) {
      if (isAboutFiles(failure)) {
        return withoutFiles(page, say);
      }
      log.error("A complaint could not be kept", failure);
      throw new RefusedVisit(HttpStatus.INTERNAL_SERVER_ERROR, "refused.failed");
    }
  }

  private static boolean isAboutFiles(RuntimeException failure) {
    return failure instanceof RejectedInput refused
        && HelpDesk.ATTACHMENTS.stream().anyMatch(field -> refused.sentences().containsKey(field.name()));
  }

  /** What waited too long for a complete page is erased. */
  private static ModelAndView withoutFiles(ComplaintPage page, VisitorWords say) {
    page.forgetKept();
    page.fault(ComplaintPage.ATTACHMENTS, say.of("attachment.gone"));
    return page.refused(null);
  }

  /** Robots fill in a field that people do not see, or the whole page faster than anybody can. */
  private void refuseRobot(ComplaintPage page, HttpServletRequest post) {
    if (TypedComplaint.typed(post.getParameter("website")) != null
        || page.opened().isFilledTooSoon(clock.instant(), settings.shortestFilling())) {
      log.info("Refused a complaint that seems to come from a robot");
      throw new RefusedVisit(HttpStatus.UNPROCESSABLE_ENTITY, "refused.robot");
    }
  }

  private void keep(Part file, ComplaintPage page, VisitorWords say) {
    String name = PageAttachments.nameOf(file);
    if (page.kept().size() == PageAttachments.MOST) {
      page.fault(ComplaintPage.ATTACHMENTS, say.of("attachment.TOO_MANY", isolated(name)));
      return;
    }
    try {
      page.keep(attachments.keep(file, page.opened().key()));
    } catch (RefusedContent refused) {
      page.fault(ComplaintPage.ATTACHMENTS, say.of("attachment." + refused.reason(), isolated(name)));
    } catch (IOException failure) {
      log.error("An attachment could not be kept", failure);
      page.fault(ComplaintPage.ATTACHMENTS, say.of("attachment.failed", isolated(name)));
    }
  }

  /** Within a sentence, whatever direction of writing the name holds. */
  private static String isolated(String name) {
    return '\u2068' + name + '\u2069';
  }

  private ComplaintPage returned(String unit, HttpServletRequest post) {
    OpenedPage opened = OpenedPage.returned(post.getParameter("page"), post.getParameter("opened"), signatures);
    String[] kept = post.getParameterValues("kept");
    return new ComplaintPage(unit, opened, TypedComplaint.of(post),
        attachments.keptBefore(kept == null ? List.of() : Arrays.asList(kept), opened.key()));
  }

  /** A browser sends an empty part without a name where no file was chosen. */
  private static List<Part> filesOf(HttpServletRequest post) {
    try {
      return post.getParts().stream()
          .filter(part -> part.getName().equals(ComplaintPage.ATTACHMENTS) && !PageAttachments.nameOf(part).isEmpty())
          .toList();
    } catch (IllegalStateException | IOException | ServletException unreadable) {
      log.info("A post to the public page could not be read: {}", unreadable.getClass().getName());
      throw new RefusedVisit(HttpStatus.BAD_REQUEST, "refused.unreadable");
    }
  }

  static ModelAndView noSuchPage() {
    ModelAndView page = new ModelAndView("help-desk/no-such-page");
    page.setStatus(HttpStatus.NOT_FOUND);
    return page;
  }
}
