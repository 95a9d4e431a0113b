package id.alur.helpdesk;

import static id.alur.helpdesk.HelpDesk.COMPLAINT_TEXT;
import static id.alur.helpdesk.HelpDesk.IDENTIFIER;
import static id.alur.helpdesk.HelpDesk.KIND;
import static id.alur.helpdesk.HelpDesk.REQUESTER_EMAIL;
import static id.alur.helpdesk.HelpDesk.REQUESTER_NAME;
import static id.alur.helpdesk.HelpDesk.REQUESTER_ROLE;
import static id.alur.helpdesk.HelpDesk.SUBJECT;

import id.alur.engine.Variable;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a visitor typed into the public page: stripped, line breaks as one character, nothing where nothing was typed.
 *
 * @param values by the names of the fields, which are those of the contract
 */
record TypedComplaint(Map<String, String> values) {

  /** In the order of the page. */
  static final List<String> FIELDS =
      Stream.of(REQUESTER_ROLE, KIND, SUBJECT, COMPLAINT_TEXT, IDENTIFIER, REQUESTER_NAME, REQUESTER_EMAIL)
          .map(Variable::name).toList();

  static final TypedComplaint NOTHING = new TypedComplaint(Map.of());

  static TypedComplaint of(HttpServletRequest post) {
    return new TypedComplaint(FIELDS.stream()
        .filter(field -> typed(post.getParameter(field)) != null)
        .collect(Collectors.toMap(field -> field, field -> typed(post.getParameter(field)))));
  }

  /** As it counts and is kept; null if it is blank. */
  static String typed(String sent) {
    String text = sent == null ? "" : sent.replace("\r\n", "\n").replace('\r', '\n').strip();
    return text.isEmpty() ? null : text;
  }

  ComplaintAnswers answers() {
    return new ComplaintAnswers(Channel.PAGE, RequesterRole.of(get(REQUESTER_ROLE)).orElse(null),
        ComplaintKind.of(get(KIND)).orElse(null), get(REQUESTER_NAME), get(REQUESTER_EMAIL), get(IDENTIFIER), get(SUBJECT),
        get(COMPLAINT_TEXT));
  }

  /** Who sends the same page twice means one complaint; who goes back and writes another one means two. */
  String submissionKey(String pageKey, List<String> attachmentNames) {
    String all = Stream.of(Stream.of(pageKey), FIELDS.stream().map(field -> values.getOrDefault(field, "")),
        attachmentNames.stream()).flatMap(part -> part).collect(Collectors.joining("\0"));
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  String get(Variable<String> field) {
    return values.get(field.name());
  }
}
