package id.alur.practice;

import id.alur.access.Group;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.identity.User;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Everybody whom the practice run knows besides its administrator; all share his password. */
@Component
@Profile("practice")
@Order // after the groups exist
public final class PracticeAccounts implements ApplicationRunner {

  static final PracticeAccount PROCTOR =
      new PracticeAccount("wayan", "Wayan", "Sudarma", Group.PROKTOR, "20100999", "SMP Contoh Merdeka");

  static final PracticeAccount ADMIN_PT =
      new PracticeAccount("siti", "Siti", "Rahmawati", Group.ADMIN_PT, "001999", "Universitas Contoh Nusantara");
  static final PracticeAccount HELP_DESK =
      new PracticeAccount("lina", "Lina", "Marlina", Group.STAF_PUSTIPD, ADMIN_PT.unitCode(), ADMIN_PT.unitName());

  public static final List<PracticeAccount> ALL = List.of(
      ADMIN_PT,
      new PracticeAccount("budi", "Budi", "Santoso", Group.ADMIN_PT, "001998", "Institut Contoh Bahari"),
      PROCTOR,
      new PracticeAccount("made", "Made", "Astawa", Group.KEPALA_SEKOLAH, PROCTOR.unitCode(), PROCTOR.unitName()),
      HELP_DESK,
      new PracticeAccount("joko", "Joko", "Susilo", Group.KETUA_TIM, ADMIN_PT.unitCode(), ADMIN_PT.unitName()),
      new PracticeAccount("nur", "Nur", "Hasanah", Group.OPERATOR_FAKULTAS, ADMIN_PT.unitCode(), ADMIN_PT.unitName()),
      new PracticeAccount("dewi", "Dewi", "Lestari", Group.PUSAT_BANTUAN, null, null),
      new PracticeAccount("rahmat", "Rahmat", "Hidayat", Group.MANAJER, null, null),
      new PracticeAccount("ayu", "Ayu", "Pratiwi", Group.AUDITOR, null, null));

  private final IdentityService identity;
  private final String password;

  PracticeAccounts(IdentityService identity, @Value("${camunda.bpm.admin-user.password}") String password) {
    this.identity = identity;
    this.password = password;
  }

  @Override
  public void run(ApplicationArguments args) {
    ALL.stream().filter(account -> identity.createUserQuery().userId(account.userId()).count() == 0).forEach(this::open);
  }

  private void open(PracticeAccount account) {
    User user = identity.newUser(account.userId());
    user.setFirstName(account.firstName());
    user.setLastName(account.lastName());
    user.setEmail(account.userId() + "@latihan.test");
    user.setPassword(password);
    identity.saveUser(user);
    identity.createMembership(account.userId(), account.group().id());
    if (account.unitCode() != null) {
      join(account);
    }
  }

  private void join(PracticeAccount account) {
    if (identity.createTenantQuery().tenantId(account.unitCode()).count() == 0) {
      Tenant unit = identity.newTenant(account.unitCode());
      unit.setName(account.unitName());
      identity.saveTenant(unit);
    }
    identity.createTenantUserMembership(account.unitCode(), account.userId());
  }
}
