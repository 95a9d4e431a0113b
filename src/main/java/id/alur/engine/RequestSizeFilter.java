package id.alur.engine;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses a request larger than any form: the web apps would read all of it into memory before anybody checks it. */
final class RequestSizeFilter extends OncePerRequestFilter {

  /** A text of 10 MB, which a person may paste by mistake, still gets its answer at its field. */
  private static final long MAX_BYTES = 16L << 20;

  private static final String ANSWER = """
      {"type": "RejectedInput", "code": %d, "message": "form: Isian Anda terlalu besar (paling besar 16 MB), jadi belum \
      tersimpan. Persingkat isiannya, atau lampirkan sebagai berkas, lalu kirim lagi."}""".formatted(RejectedInput.CODE);

  /** Uploads are streamed, and their limits depend on what is uploaded. */
  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return "/camunda/api/alur/documents".equals(request.getServletPath());
  }

  @Override
  protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (request.getContentLengthLong() > MAX_BYTES) {
      refuse(response, HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
    } else if (request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null) {
      refuse(response, HttpServletResponse.SC_LENGTH_REQUIRED);
    } else {
      chain.doFilter(request, response);
    }
  }

  private static void refuse(HttpServletResponse response, int status) throws IOException {
    response.setStatus(status);
    response.setContentType(MediaType.APPLICATION_JSON_VALUE);
    response.setCharacterEncoding(StandardCharsets.UTF_8.name());
    response.getWriter().write(ANSWER);
  }

  @Configuration(proxyBeanMethods = false)
  static class Registration {
    @Bean
    FilterRegistrationBean<RequestSizeFilter> requestSizeFilter() {
      FilterRegistrationBean<RequestSizeFilter> filter = new FilterRegistrationBean<>(new RequestSizeFilter());
      filter.addUrlPatterns("/camunda/api/*");
      filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
      return filter;
    }
  }
}
