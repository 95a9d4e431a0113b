package id.alur.partner.http;

import org.apache.hc.client5.http.cookie.BasicCookieStore;
import org.apache.hc.client5.http.cookie.CookieStore;

/** The cookies of one act: made for it, never kept beyond it. */
public final class Session {

  private final CookieStore cookies = new BasicCookieStore();

  CookieStore cookies() {
    return cookies;
  }
}
