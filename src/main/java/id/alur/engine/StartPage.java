package id.alur.engine;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Whoever opens the bare address wants to work: "/" leads to Tasklist, not to a page that offers web apps. */
@Configuration
class StartPage implements WebMvcConfigurer {

  @Override
  public void addViewControllers(ViewControllerRegistry registry) {
    registry.addRedirectViewController("/", "/camunda/app/tasklist/default/");
  }
}
