package id.alur.helpdesk;

import id.alur.calendar.WorkingCalendars;
import id.alur.engine.StorableText;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/**
 * The public page that shows a complaint to whoever has its tracking code, and takes an answer or the wish to reopen it
 * (HD-4, HD-P5).
 */
@Controller
class TrackingPageController {

  private static final String PATH = "/keluhan/lacak";
  private static final String SENT = "sent";
  private static final String ANSWERED = "answered";
  private static final String REOPENED = "reopened";
  private static final Set<String> NEWS = Set.of(SENT, ANSWERED, REOPENED);

  private final PublicDesk desk;
  private final PageAttachments attachments;
  private final WorkingCalendars calendars;
  private final PostSlots slots;

  TrackingPageController(PublicDesk desk, PageAttachments attachments, WorkingCalendars calendars, PostSlots slots) {
    this.desk = desk;
    this.attachments = attachments;
    this.calendars = calendars;
    this.slots = slots;
  }

  /** Where a complaint can be seen, from "/" on. */
  static String pathOf(TrackingCode code) {
    return PATH + "/" + code.value();
  }

  /** Where a visitor goes whose complaint has just been sent. */
  static ModelAndView afterSending(TrackingCode code, VisitorWords say) {
    return goTo(code, SENT, say);
  }

  @ModelAttribute
  void hideFromSearchEngines(HttpServletResponse response) {
    response.setHeader("X-Robots-Tag", "noindex");
  }

  @GetMapping(PATH)
  ModelAndView ask(@RequestParam(required = false) String code, @RequestAttribute(VisitorWords.NAME) VisitorWords say) {
    if (code == null) {
      return new ModelAndView("help-desk/track").addObject("switchable", true);
    }
    return find(code).map(found -> goTo(found.complaint().trackingCode(), null, say)).orElseGet(() -> noSuchCode(code));
  }

  @GetMapping(PATH + "/{code}")
  ModelAndView show(@PathVariable String code, @RequestParam(required = false) String news) {
    return find(code)
        .map(found -> view(found).addObject("switchable", true)
            .addObject("news", isStillNews(news, found.complaint().state()) ? news : null))
        .orElseGet(() -> noSuchCode(code));
  }

  @PostMapping(PATH + "/{code}/jawaban")
  ModelAndView answer(@PathVariable String code, @RequestParam(required = false) String text,
      @RequestAttribute(VisitorWords.NAME) VisitorWords say, HttpServletResponse response) {
    return reply(code, text, desk::answer, ANSWERED, say, response);
  }

  @PostMapping(PATH + "/{code}/buka-lagi")
  ModelAndView reopen(@PathVariable String code, @RequestParam(required = false) String text,
      @RequestAttribute(VisitorWords.NAME) VisitorWords say, HttpServletResponse response) {
    return reply(code, text, desk::reopen, REOPENED, say, response);
  }

  private ModelAndView reply(String code, String sent, BiPredicate<TrackingCode, String> act, String news,
      VisitorWords say, HttpServletResponse response) {
    Optional<TrackedComplaint> found = find(code);
    if (found.isEmpty()) {
      return noSuchCode(code);
    }
    TrackingCode known = found.get().complaint().trackingCode();
    String text = TypedComplaint.typed(sent);
    String fault = faultOf(text);
    if (fault != null) {
      return refused(view(found.get()).addObject("fault", fault), text);
    }
    try (PostSlots.Slot slot = slots.toBeWorkedOn()) {
      // else somebody was faster: the page says where the complaint stands now
      return act.test(known, text) ? goTo(known, news, say)
          : refused(find(code).map(this::view).orElseGet(() -> noSuchCode(code)).addObject("notice", "reply.tooLate"), text);
    } catch (RefusedVisit refusal) {
      ModelAndView page = refused(view(found.get()).addObject("notice", refusal.sentence()), text);
      PublicPageRefusals.apply(refusal, page, response);
      return page;
    }
  }

  /** What is wrong with a reply, by its key among the {@link HelpDeskWords}; null if nothing is. */
  private static String faultOf(String text) {
    if (text == null) {
      return "reply.missing";
    }
    if (text.length() > ComplaintAnswers.LONGEST_TEXT) {
      return "reply.tooLong";
    }
    return StorableText.isStorable(text) ? null : "reply.unusable";
  }

  /** The address may be kept for days: it tells its news until staff have done something. */
  private static boolean isStillNews(String news, ComplaintState state) {
    return news != null && NEWS.contains(news)
        && (state == ComplaintState.RECEIVED || state == ComplaintState.PROCESSING);
  }

  private Optional<TrackedComplaint> find(String code) {
    return TrackingCode.read(code).flatMap(desk::find);
  }

  private ModelAndView view(TrackedComplaint tracked) {
    Complaint complaint = tracked.complaint();
    return new ModelAndView("help-desk/complaint")
        .addObject("complaint", complaint)
        .addObject("attachments", attachments.namesOf(complaint.caseId()))
        .addObject("entries", tracked.entries().stream().filter(entry -> entry.kind().isForRequester()).toList())
        .addObject("answerable", complaint.state().isAnswerable())
        .addObject("reopenableUntil", complaint.state().isReopenable() ? tracked.reopenableUntil() : null)
        .addObject("zone", calendars.of(complaint.unit()).zone());
  }

  private static ModelAndView refused(ModelAndView page, String text) {
    page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
    return page.addObject("typed", text);
  }

  /** The same answer for a code that is wrong, one that was forgotten and one that never was. */
  private static ModelAndView noSuchCode(String code) {
    ModelAndView page = new ModelAndView("help-desk/track").addObject("unknownCode", code);
    page.setStatus(HttpStatus.NOT_FOUND);
    return page;
  }

  private static ModelAndView goTo(TrackingCode code, String news, VisitorWords say) {
    // relative: behind a proxy the node does not know its own name
    RedirectView redirect = new RedirectView(pathOf(code) + say.queryWith("news", news), false, false, false);
    redirect.setStatusCode(HttpStatus.SEE_OTHER);
    return new ModelAndView(redirect);
  }
}
