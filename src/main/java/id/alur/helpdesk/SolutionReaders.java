package id.alur.helpdesk;

import id.alur.access.Group;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.stereotype.Component;

/** Who may read which solutions (HD-P5): staff and faculty operators those of their units, manajer and auditor all. */
@Component
class SolutionReaders {

  private static final Set<Group> GROUPS = EnumSet.of(
      Group.STAF_PUSTIPD, Group.KETUA_TIM, Group.OPERATOR_FAKULTAS, Group.MANAJER, Group.AUDITOR);

  private final IdentityService identity;

  SolutionReaders(IdentityService identity) {
    this.identity = identity;
  }

  /** The units of the person who is logged in, by the same rule as cases; empty for one who reads no solutions at all. */
  Optional<ReadableUnits> unitsOfCurrentUser() {
    return Optional.ofNullable(identity.getCurrentAuthentication())
        .filter(person -> GROUPS.stream().anyMatch(group -> isMember(person, group)))
        .map(SolutionReaders::unitsOf);
  }

  /** Members of groups that see all units are not limited, unless they have units of their own. */
  private static ReadableUnits unitsOf(Authentication person) {
    Set<String> own = Set.copyOf(nonNull(person.getTenantIds()));
    boolean seesAll = own.isEmpty()
        && GROUPS.stream().anyMatch(group -> group.seesAllUnits() && isMember(person, group));
    return seesAll ? ReadableUnits.ALL : ReadableUnits.of(own);
  }

  private static boolean isMember(Authentication person, Group group) {
    return nonNull(person.getGroupIds()).contains(group.id());
  }

  private static Collection<String> nonNull(List<String> ids) {
    return ids == null ? List.of() : ids;
  }
}
