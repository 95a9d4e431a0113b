package id.alur.helpdesk;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Stands before the public pages: refuses what is too much or too large before anything of it is read, and tells browsers
 * what they may do with the rest.
 *
 * <p>The pages have no token against forged posts, because they have no session and no cookie: whoever makes a visitor's
 * browser post here gains nothing over posting himself. What belongs to a visitor is guarded by the tracking code.
 */
@Component
class PublicPageGuard implements HandlerInterceptor {

  /** Three attachments, the texts, and what surrounds them. */
  static final long LARGEST_POST = 16L << 20;

  private static final String SLOT = PublicPageGuard.class.getName() + ".slot";
  private static final String POLICY = "default-src 'none'; style-src 'self'; form-action 'self'; img-src 'self'; "
      + "base-uri 'none'; frame-ancestors 'none'";

  private final VisitorLimits limits;
  private final PostSlots slots;
  private final HelpDeskWords words;

  PublicPageGuard(VisitorLimits limits, PostSlots slots, HelpDeskWords words) {
    this.limits = limits;
    this.slots = slots;
    this.words = words;
  }

  @Override
  public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (handler instanceof HandlerMethod) {
      request.setAttribute(VisitorWords.NAME, VisitorWords.of(request, words));
      secure(response);
      limits.look(VisitorAddress.of(request.getRemoteAddr()));
      if (HttpMethod.POST.matches(request.getMethod())) {
        refuseTooLarge(request);
        request.setAttribute(SLOT, slots.toArrive());
      } else {
        request.setAttribute(SLOT, slots.toLook());
      }
    }
    return true;
  }

  @Override
  public void afterCompletion(HttpServletRequest request, HttpServletResponse response, Object handler, Exception failure) {
    if (request.getAttribute(SLOT) instanceof PostSlots.Slot slot) {
      slot.close();
    }
  }

  private static void secure(HttpServletResponse response) {
    response.setHeader("Content-Security-Policy", POLICY);
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Referrer-Policy", "no-referrer");
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
  }

  private static void refuseTooLarge(HttpServletRequest request) {
    if (request.getContentLengthLong() > LARGEST_POST) {
      throw new RefusedVisit(HttpStatus.PAYLOAD_TOO_LARGE, "refused.tooLarge");
    }
    if (request.getContentLengthLong() < 0) {
      throw new RefusedVisit(HttpStatus.LENGTH_REQUIRED, "refused.noLength");
    }
  }
}
