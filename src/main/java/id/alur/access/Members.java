package id.alur.access;

import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.identity.UserQuery;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/** Who belongs to which group and unit, and where mail reaches them. */
@Component
public class Members {

  private final IdentityService identity;

  Members(IdentityService identity) {
    this.identity = identity;
  }

  /** Whether this person is a member of this group; nobody is if {@code userId} is null. */
  public boolean isMember(String userId, Group group) {
    return userId != null && identity.createUserQuery().userId(userId).memberOfGroup(group.id()).count() == 1;
  }

  /** The e-mail address of this person; empty if he has none or is gone. */
  public List<String> addressOf(String userId) {
    return userId == null ? List.of() : addresses(identity.createUserQuery().userId(userId));
  }

  /** The e-mail addresses of the members of a group who may see this unit. */
  public List<String> addressesOf(Group group, String unit) {
    UserQuery members = identity.createUserQuery().memberOfGroup(group.id());
    return addresses(group.seesAllUnits() ? members : members.memberOfTenant(unit));
  }

  private static List<String> addresses(UserQuery query) {
    Stream<String> found = query.list().stream().map(User::getEmail);
    return found.filter(StringUtils::hasText).distinct().toList();
  }
}
