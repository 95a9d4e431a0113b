package id.alur.engine;

import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Closes the web apps' set-up page, where a visitor without a login may make himself administrator (CVE-2026-77226).
 * Alur makes its administrator from the environment.
 */
final class FirstAdministratorFilter extends OncePerRequestFilter {

  @Override
  protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException {
    response.sendError(HttpServletResponse.SC_NOT_FOUND);
  }

  @Configuration(proxyBeanMethods = false)
  static class Registration {
    @Bean
    FilterRegistrationBean<FirstAdministratorFilter> firstAdministratorFilter() {
      FilterRegistrationBean<FirstAdministratorFilter> filter =
          new FilterRegistrationBean<>(new FirstAdministratorFilter());
      filter.addUrlPatterns("/camunda/api/admin/setup/*");
      filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
      return filter;
    }
  }
}
