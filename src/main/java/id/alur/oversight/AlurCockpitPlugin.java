package id.alur.oversight;

import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.cockpit.plugin.resource.AbstractCockpitPluginRootResource;
import org.camunda.bpm.cockpit.plugin.spi.impl.AbstractCockpitPlugin;

/**
 * Makes Cockpit load {@code plugin-webapp/alur/app/plugin.js}, with the modules that it imports, and its style sheet.
 *
 * <p>Both classes are public because ServiceLoader and Jersey make them. They serve files only: questions go to
 * {@link CaseController}, which Spring can inject and before which the web apps' filters (login, engine authentication,
 * CSRF, headers) lie just the same.
 */
public final class AlurCockpitPlugin extends AbstractCockpitPlugin {

  private static final String ID = "alur";

  @Override
  public String getId() {
    return ID;
  }

  @Override
  public Set<Class<?>> getResourceClasses() {
    return Set.of(Files.class);
  }

  /** Serves the plugin's files to anyone: they hold no data. */
  @Path("plugin/" + ID)
  public static final class Files extends AbstractCockpitPluginRootResource {
    public Files() {
      super(ID);
    }

    @Override
    protected List<String> getAllowedAssets() {
      return List.of(
          "app/plugin.js", "app/plugin.css",
          "app/case-list.js", "app/case-page.js", "app/format.js", "app/page.js", "app/words.js");
    }
  }
}
