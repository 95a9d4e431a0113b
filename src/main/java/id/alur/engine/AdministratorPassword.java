package id.alur.engine;

import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.identity.DefaultPasswordPolicyImpl;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/**
 * Refuses to start without an administrator's password, or with one that the engine's policy finds weak: with none, the
 * first visitor could make himself administrator.
 */
@Component
final class AdministratorPassword implements BeanFactoryPostProcessor, EnvironmentAware {

  private static final String REMEDY = "Isi variabel lingkungan ALUR_ADMIN_PASSWORD: paling sedikit 10 karakter, dengan "
      + "huruf besar, huruf kecil, angka, dan tanda baca, tanpa nama akunnya. Lalu jalankan lagi. "
      + "(Set the environment variable ALUR_ADMIN_PASSWORD: 10 characters or more, upper and lower case, digits and "
      + "punctuation.)";

  private Environment environment;

  @Override
  public void setEnvironment(Environment environment) {
    this.environment = environment;
  }

  @Override
  public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
    String password = environment.getProperty("camunda.bpm.admin-user.password");
    if (!StringUtils.hasText(password)) {
      throw new UnusableSetting("Kata sandi administrator belum diatur (the administrator's password is not set).", REMEDY);
    }
    if (isWeak(password)) {
      throw new UnusableSetting("Kata sandi administrator terlalu lemah (the administrator's password is too weak).", REMEDY);
    }
  }

  private boolean isWeak(String password) {
    User administrator = new UserEntity(environment.getProperty("camunda.bpm.admin-user.id"));
    return new DefaultPasswordPolicyImpl().getRules().stream().anyMatch(rule -> !rule.execute(password, administrator));
  }
}
