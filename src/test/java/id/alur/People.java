package id.alur;

import id.alur.access.Group;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;

/** Invented people with accounts, and a way to act as one of them. */
public final class People {

  public static final String PASSWORD = "Percobaan-2026!";

  private final IdentityService identity;

  People(IdentityService identity) {
    this.identity = identity;
  }

  /** A member of this group and of these units; made once. */
  public String member(String userId, Group group, String... units) {
    if (identity.createUserQuery().userId(userId).count() == 0) {
      User user = identity.newUser(userId);
      user.setFirstName(userId);
      user.setLastName("Contoh");
      user.setEmail(userId + "@contoh.test");
      user.setPassword(PASSWORD);
      identity.saveUser(user);
      identity.createMembership(userId, group.id());
      Arrays.stream(units).forEach(unit -> join(userId, unit));
    }
    return userId;
  }

  private void join(String userId, String unit) {
    if (identity.createTenantQuery().tenantId(unit).count() == 0) {
      identity.saveTenant(identity.newTenant(unit));
    }
    identity.createTenantUserMembership(unit, userId);
  }

  /** What {@code action} returns, done with the rights of this person. */
  public <T> T as(String userId, Callable<T> action) {
    List<String> groups = identity.createGroupQuery().groupMember(userId).list().stream()
        .map(org.camunda.bpm.engine.identity.Group::getId).toList();
    List<String> units = identity.createTenantQuery().userMember(userId).list().stream()
        .map(org.camunda.bpm.engine.identity.Tenant::getId).toList();
    identity.setAuthentication(userId, groups, units);
    try {
      return action.call();
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new AssertionError(e);
    } finally {
      identity.clearAuthentication();
    }
  }
}
