package id.alur.helpdesk;

import id.alur.calendar.WorkingCalendars;
import id.alur.engine.CurrentUser;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;

/** Lets staff and faculty operators search earlier solutions (HD-P4, HD-P5). Shares Tasklist's login. */
@Controller
class SolutionController {

  private static final String SOLUTIONS = "/camunda/api/alur/" + HelpDesk.PROCESS + "/solutions";
  private static final String PAGE = SOLUTIONS + "/page";
  private static final String TASKLIST = "/camunda/app/tasklist/default/";

  private final SolutionSearch search;
  private final SolutionReaders readers;
  private final WorkingCalendars calendars;
  private final CurrentUser currentUser;

  SolutionController(SolutionSearch search, SolutionReaders readers, WorkingCalendars calendars,
      CurrentUser currentUser) {
    this.search = search;
    this.readers = readers;
    this.calendars = calendars;
    this.currentUser = currentUser;
  }

  /** Also by POST: words that come from a complaint stay out of addresses, and so out of logs. */
  @RequestMapping(path = SOLUTIONS, method = {RequestMethod.GET, RequestMethod.POST})
  ResponseEntity<SolutionAnswer> find(Wanted wanted) {
    if (currentUser.id().isEmpty()) {
      return ResponseEntity.status(HttpStatus.UNAUTHORIZED).build();
    }
    return ResponseEntity.of(answer(wanted));
  }

  /** As a page that a person can read, without any script. */
  @GetMapping(PAGE)
  String show(Wanted wanted, Model model, HttpServletResponse response) {
    if (currentUser.id().isEmpty()) {
      return "redirect:" + TASKLIST;
    }
    Optional<SolutionAnswer> answer = answer(wanted);
    response.setStatus((answer.isEmpty() ? HttpStatus.NOT_FOUND : HttpStatus.OK).value());
    response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
    model.addAttribute("answer", answer.orElse(null)).addAttribute("wanted", wanted).addAttribute("page", PAGE)
        .addAttribute("tasklist", TASKLIST).addAttribute("indonesian", HelpDeskWords.INDONESIAN);
    return HelpDesk.PROCESS + "/solutions";
  }

  /** An address that can be said on the telephone. */
  @GetMapping("/solusi")
  String lead() {
    return "redirect:" + PAGE;
  }

  /** Empty for those who read no solutions at all. */
  private Optional<SolutionAnswer> answer(Wanted wanted) {
    return readers.unitsOfCurrentUser().map(readable -> {
      ReadableUnits units = wanted.unit().isEmpty() ? readable : readable.only(wanted.unit());
      SolutionSlice found = search.search(wanted.words(), units, wanted.after());
      return new SolutionAnswer(items(found.solutions()), units.areSeveral(), found.next());
    });
  }

  private List<SolutionAnswer.Item> items(List<Solution> solutions) {
    return solutions.stream().map(this::item).toList();
  }

  private SolutionAnswer.Item item(Solution solution) {
    return new SolutionAnswer.Item(solution.number(), solution.unit(), solution.problem(), solution.solution(),
        LocalDate.ofInstant(solution.recordedAt(), calendars.of(solution.unit()).zone()));
  }

  /**
   * What is looked for.
   *
   * @param unit kode PT; empty for all that one may read
   * @param after the number of the last solution that was shown; null for the first part
   */
  record Wanted(String words, String unit, Long after) {
    Wanted {
      words = StringUtils.hasText(words) ? words.strip() : "";
      unit = StringUtils.hasText(unit) ? unit.strip() : "";
    }
  }
}
