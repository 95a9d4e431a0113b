package id.alur.practice;

/**
 * An invented person to sign in as.
 *
 * @param unit code and name of the person's unit
 */
public record PracticeAccount(String userId, String name, String role, String unit) {}
