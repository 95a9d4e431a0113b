package id.alur.partner.sister;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How to sign in at /autosync: nobody has published it, so each PT's is set.
 *
 * @param path where the form is sent to, from "/" on, below the PT's address; only for a form
 * @param usernameField the form's name for the username; likewise for the password
 */
public record SignInWay(@DefaultValue("form-post") Kind kind, @DefaultValue("/autosync") String path,
    @DefaultValue("username") String usernameField, @DefaultValue("password") String passwordField) {

  /** A web form, or HTTP's own Basic. */
  public enum Kind { FORM_POST, BASIC }

  public static SignInWay formPost(String path, String usernameField, String passwordField) {
    return new SignInWay(Kind.FORM_POST, path, usernameField, passwordField);
  }

  public static SignInWay basic() {
    return new SignInWay(Kind.BASIC, "", "", "");
  }
}
