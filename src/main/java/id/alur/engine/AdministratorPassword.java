package id.alur.engine;

import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/** Refuses to start without an administrator's password: with none, the first visitor could make himself administrator. */
@Component
final class AdministratorPassword implements BeanFactoryPostProcessor, EnvironmentAware {

  private Environment environment;

  @Override
  public void setEnvironment(Environment environment) {
    this.environment = environment;
  }

  @Override
  public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
    if (!StringUtils.hasText(environment.getProperty("camunda.bpm.admin-user.password"))) {
      throw new MissingSetting(
          "Kata sandi administrator belum diatur (the administrator's password is not set).",
          "Isi variabel lingkungan ALUR_ADMIN_PASSWORD: paling sedikit 10 karakter, dengan huruf besar, huruf kecil, "
              + "angka, dan tanda baca. Lalu jalankan lagi. (Set the environment variable ALUR_ADMIN_PASSWORD.)");
    }
  }
}
