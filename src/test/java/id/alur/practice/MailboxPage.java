package id.alur.practice;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.web.util.HtmlUtils;

/** The practice mailbox as a page of plain HTML. */
final class MailboxPage {

  private static final DateTimeFormatter WIB =
      DateTimeFormatter.ofPattern("EEEE, d MMMM uuuu 'pukul' HH.mm 'WIB'", Locale.forLanguageTag("id-ID"))
          .withZone(ZoneId.of("Asia/Jakarta"));

  // In escaped text: what was a quotation mark or an angle bracket ends the address.
  private static final Pattern LINK = Pattern.compile("https?://(?:(?!&(?:quot|lt|gt|#39);)\\S)+");

  private static final String PAGE = """
      <!doctype html>
      <html lang="id">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>Kotak surat latihan - Alur</title>
      <style>
      body { font: 16px/1.5 system-ui, sans-serif; color: #1d2733; background: #f4f6f8; margin: 0; }
      main { max-width: 44rem; margin: 0 auto; padding: 1.5rem 1rem 3rem; }
      h1 { font-size: 1.5rem; margin: 0; }
      h2 { font-size: 1.1rem; margin: 0 0 .25rem; overflow-wrap: anywhere; }
      a { color: #0b5cad; overflow-wrap: anywhere; }
      nav a { display: inline-block; padding: .6rem 1rem .6rem 0; }
      article { background: #fff; border: 1px solid #d5dce3; border-radius: 6px; padding: 1rem; margin-top: 1rem; }
      .facts { color: #4a5968; font-size: .9rem; margin: 0 0 .75rem; overflow-wrap: anywhere; }
      .body { white-space: pre-wrap; overflow-wrap: anywhere; margin: 0; }
      </style>
      </head>
      <body>
      <main>
      <h1>Kotak surat latihan</h1>
      <p>Semua email dari latihan ini berhenti di sini, tidak ada yang terkirim ke luar.
      Kotak surat kosong kembali setiap kali latihan dijalankan ulang.</p>
      <nav><a href="">Muat ulang</a> <a href="/">Buka Alur</a></nav>
      <p><strong>%s</strong></p>
      %s</main>
      </body>
      </html>
      """;

  private static final String ARTICLE = """
      <article>
      <h2>%s</h2>
      <p class="facts">Kepada %s<br>%s</p>
      <p class="body">%s</p>
      </article>
      """;

  private MailboxPage() {}

  static String html(List<ReceivedMail> mails) {
    String count = mails.isEmpty() ? "Belum ada email." : mails.size() + " email, yang terbaru di atas";
    return PAGE.formatted(count, mails.stream().map(MailboxPage::article).collect(Collectors.joining()));
  }

  private static String article(ReceivedMail mail) {
    return ARTICLE.formatted(
        HtmlUtils.htmlEscape(mail.subject()),
        HtmlUtils.htmlEscape(mail.to()),
        WIB.format(mail.received()),
        LINK.matcher(HtmlUtils.htmlEscape(mail.body().strip())).replaceAll("<a href=\"$0\">$0</a>"));
  }
}
