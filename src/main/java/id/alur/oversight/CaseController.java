package id.alur.oversight;

import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** What the Cockpit plugin asks: cases page by page, and the steps of one. */
@RestController
@RequestMapping("/camunda/api/alur/oversight/cases")
final class CaseController {

  private final Cases cases;
  private final StepHistory steps;

  CaseController(Cases cases, StepHistory steps) {
    this.cases = cases;
    this.steps = steps;
  }

  @GetMapping
  PageAnswer list(CaseFilter filter, @RequestParam(required = false) String after) {
    CasePage page = cases.list(filter, after == null ? null : position(after));
    return new PageAnswer(page.cases(), page.next() == null ? null : page.next().token());
  }

  @GetMapping("/{id}")
  CaseAnswer show(@PathVariable String id) {
    CaseSummary found = cases.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    return new CaseAnswer(found, steps.of(found));
  }

  private static Position position(String token) {
    try {
      return Position.parse(token);
    } catch (IllegalArgumentException e) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST, e.getMessage(), e);
    }
  }

  /** @param next where the next page begins; absent on the last one */
  record PageAnswer(List<CaseSummary> cases, String next) {}

  record CaseAnswer(CaseSummary summary, List<Step> steps) {}
}
