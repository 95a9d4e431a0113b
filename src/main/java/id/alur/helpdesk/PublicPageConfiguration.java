package id.alur.helpdesk;

import id.alur.document.DocumentKind;
import jakarta.servlet.MultipartConfigElement;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** What the public page adds to the house. */
@Configuration
class PublicPageConfiguration implements WebMvcConfigurer {

  private static final int LARGEST_ATTACHMENT_MEGABYTES = 5;
  /** Bytes: a text of 4,000 characters in any script. */
  private static final int LARGEST_PART_IN_MEMORY = 16 << 10;

  private final PublicPageGuard guard;

  PublicPageConfiguration(PublicPageGuard guard) {
    this.guard = guard;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(guard).addPathPatterns("/keluhan", "/keluhan/**");
  }

  @Bean
  DocumentKind complaintAttachment() {
    return DocumentKind.pdfOrPicture(PageAttachments.KIND, LARGEST_ATTACHMENT_MEGABYTES);
  }

  /**
   * Lets who asks for the parts of a post have them; there is no multipart resolver, so Spring asks for none of them. Larger
   * parts arrive as files where the documents lie: what a killed node leaves behind is swept there. A file that is too large
   * is refused by its name, not with the whole post.
   */
  @Bean
  MultipartConfigElement partsOfPosts(@Value("${alur.data}") Path data) {
    return new MultipartConfigElement(data.resolve("documents").toAbsolutePath().toString(), -1,
        PublicPageGuard.LARGEST_POST, LARGEST_PART_IN_MEMORY);
  }
}
