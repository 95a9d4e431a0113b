package id.alur.helpdesk;

import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/** Says on a page of its own why a request to the public pages was refused, in the visitor's language. */
@ControllerAdvice(assignableTypes = {ComplaintPageController.class, TrackingPageController.class})
class PublicPageRefusals {

  private static final Logger log = LoggerFactory.getLogger(PublicPageRefusals.class);

  @ExceptionHandler
  ModelAndView refused(RefusedVisit refusal, HttpServletResponse response) {
    ModelAndView page = new ModelAndView("help-desk/refused", "sentence", refusal.sentence());
    apply(refusal, page, response);
    return page;
  }

  @ExceptionHandler
  ModelAndView failed(Exception failure, HttpServletResponse response) {
    log.error("A public page failed", failure);
    return refused(new RefusedVisit(HttpStatus.INTERNAL_SERVER_ERROR, "refused.failedUnread"), response);
  }

  /** Gives an answer the status of this refusal. */
  static void apply(RefusedVisit refusal, ModelAndView page, HttpServletResponse response) {
    page.setStatus(refusal.status());
    if (refusal.retryAfterSeconds() != null) {
      response.setHeader(HttpHeaders.RETRY_AFTER, refusal.retryAfterSeconds().toString());
    }
  }
}
