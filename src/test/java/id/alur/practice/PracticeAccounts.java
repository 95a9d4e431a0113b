package id.alur.practice;

import java.util.List;

/** Everybody whom the practice run knows; all share the password of the administrator. */
public final class PracticeAccounts {

  public static final List<PracticeAccount> ALL = List.of(
      new PracticeAccount("siti", "Siti Rahmawati", "Admin PT", "001999 Universitas Contoh Nusantara"),
      new PracticeAccount("budi", "Budi Santoso", "Admin PT", "001998 Institut Contoh Bahari"),
      new PracticeAccount("dewi", "Dewi Lestari", "Petugas Pusat Bantuan", "semua unit"),
      new PracticeAccount("rahmat", "Rahmat Hidayat", "Manajer", "semua unit"),
      new PracticeAccount("ayu", "Ayu Pratiwi", "Auditor", "semua unit"),
      new PracticeAccount("admin", "Administrator Alur", "Administrator", "semua unit"));

  private PracticeAccounts() {}
}
