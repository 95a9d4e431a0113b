package id.alur.practice;

import id.alur.access.Group;

/**
 * An invented person to sign in as.
 *
 * @param unitCode the person's unit; null for one who sees all units
 * @param unitName its name
 */
public record PracticeAccount(String userId, String firstName, String lastName, Group group, String unitCode, String unitName) {

  String unit() {
    return unitCode == null ? "semua unit" : unitCode + " " + unitName;
  }
}
