package id.alur.helpdesk;

import static id.alur.helpdesk.HelpDesk.KIND;
import static id.alur.helpdesk.HelpDesk.REQUESTER_ROLE;

import id.alur.engine.Variable;
import id.alur.helpdesk.PageAttachments.Kept;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;

/** The page with the form, as it is filled in so far and with what is wrong with it. */
final class ComplaintPage {

  static final String ATTACHMENTS = "attachments";

  private static final List<String> ORDER =
      Stream.concat(TypedComplaint.FIELDS.stream(), Stream.of(ATTACHMENTS)).toList();

  /** What the page says belongs here; what does belong is decided by triage (HD-S, HD-P1). */
  private static final EnumSet<ComplaintKind> SERVED = EnumSet.of(ComplaintKind.STUDENT_DATA, ComplaintKind.LECTURER_DATA,
      ComplaintKind.ACADEMIC_DATA, ComplaintKind.FACILITIES, ComplaintKind.TECHNICAL_HELP);

  private final String unit;
  private final OpenedPage opened;
  private final TypedComplaint typed;
  private final List<Kept> kept;
  private final Map<String, String> faults = new LinkedHashMap<>();

  ComplaintPage(String unit, OpenedPage opened) {
    this(unit, opened, TypedComplaint.NOTHING, List.of());
  }

  ComplaintPage(String unit, OpenedPage opened, TypedComplaint typed, List<Kept> kept) {
    this.unit = unit;
    this.opened = opened;
    this.typed = typed;
    this.kept = new ArrayList<>(kept);
  }

  OpenedPage opened() {
    return opened;
  }

  List<Kept> kept() {
    return List.copyOf(kept);
  }

  void keep(Kept attachment) {
    kept.add(attachment);
  }

  void forgetKept() {
    kept.clear();
  }

  /** Adds a sentence to a field. */
  void fault(String field, String sentence) {
    faults.merge(field, sentence, (earlier, later) -> earlier + "\n" + later);
  }

  boolean hasFaults() {
    return !faults.isEmpty();
  }

  /** Finds what is wrong with what was typed. */
  void judge(VisitorWords say) {
    typed.answers().faults().forEach(fault -> fault(fault.field(), say.of(fault)));
  }

  NewComplaint complaint(Locale language) {
    String submissionKey = typed.submissionKey(opened.key(), kept.stream().map(Kept::name).toList());
    return new NewComplaint(unit, language, typed.answers(), opened.openedAt(), submissionKey,
        kept.stream().map(Kept::reference).toList());
  }

  ModelAndView view() {
    return new ModelAndView("help-desk/complaint-form", Map.of("unit", unit, "opened", opened, "typed", typed,
        "kept", kept(), "faults", inOrderOfThePage(), "refused", false,
        "roles", roles(), "servedKinds", kinds(SERVED), "otherKinds", kinds(EnumSet.complementOf(SERVED))));
  }

  /** @param notice why it was refused as a whole; null if its fields say it */
  ModelAndView refused(String notice) {
    ModelAndView page = view().addObject("refused", true).addObject("notice", notice);
    page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
    return page;
  }

  private Map<String, String> inOrderOfThePage() {
    Map<String, String> ordered = new LinkedHashMap<>();
    ORDER.stream().filter(faults::containsKey).forEach(field -> ordered.put(field, faults.get(field)));
    return ordered;
  }

  private List<Choice> roles() {
    return Stream.of(RequesterRole.values()).map(role -> choice(role.id(), role, REQUESTER_ROLE)).toList();
  }

  private List<Choice> kinds(Set<ComplaintKind> kinds) {
    return kinds.stream().map(kind -> choice(kind.id(), kind, KIND)).toList();
  }

  private Choice choice(String value, Enum<?> name, Variable<String> field) {
    return new Choice(value, name.name(), value.equals(typed.get(field)));
  }

  /**
   * One of several answers.
   *
   * @param name by which the words call it
   */
  record Choice(String value, String name, boolean chosen) {}
}
