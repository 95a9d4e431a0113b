package id.alur.access;

import java.util.Arrays;

/** The groups of all procedures. A person may be in several. */
public enum Group {
  ADMIN_PT("admin-pt", "Admin PT", Sees.OWN_UNITS),
  OPERATOR_PT("operator-pt", "Operator PT", Sees.OWN_UNITS),
  STAF_PUSTIPD("staf-pustipd", "Staf PUSTIPD", Sees.OWN_UNITS),
  KETUA_TIM("ketua-tim", "Ketua tim PUSTIPD", Sees.OWN_UNITS),
  OPERATOR_FAKULTAS("operator-fakultas", "Operator fakultas", Sees.OWN_UNITS),
  PROKTOR("proktor", "Proktor", Sees.OWN_UNITS),
  KEPALA_SEKOLAH("kepala-sekolah", "Kepala sekolah", Sees.OWN_UNITS),
  OPERATOR_SEKOLAH("operator-sekolah", "Operator sekolah", Sees.OWN_UNITS),
  PUSAT_BANTUAN("pusat-bantuan", "Pusat Bantuan", Sees.ALL_UNITS),
  PUSAT_UJIAN("pusat-ujian", "Pusat ujian", Sees.ALL_UNITS),
  DINAS_PENDIDIKAN("dinas-pendidikan", "Dinas Pendidikan", Sees.ALL_UNITS),
  MANAJER("manajer", "Manajer", Sees.ALL_UNITS),
  AUDITOR("auditor", "Auditor", Sees.ALL_UNITS),
  ADMIN_ALUR("admin-alur", "Admin Alur", Sees.ALL_UNITS);

  private enum Sees { OWN_UNITS, ALL_UNITS }

  private final String id;
  private final String label;
  private final Sees sees;

  Group(String id, String label, Sees sees) {
    this.id = id;
    this.label = label;
    this.sees = sees;
  }

  /** The id in the engine and in models. */
  public String id() {
    return id;
  }

  /**
   * The group with this id.
   *
   * @throws java.util.NoSuchElementException if there is none
   */
  public static Group of(String id) {
    return Arrays.stream(values()).filter(group -> group.id.equals(id)).findFirst().orElseThrow();
  }

  /** The Indonesian name that people read. */
  public String label() {
    return label;
  }

  /** Whether its members see every unit, unless they are members of units themselves: then only those. */
  public boolean seesAllUnits() {
    return sees == Sees.ALL_UNITS;
  }
}
