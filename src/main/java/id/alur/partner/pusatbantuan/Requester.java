package id.alur.partner.pusatbantuan;

/** Who asks, and where Pusat Bantuan answers to. */
public record Requester(String name, String email) {

  @Override
  public String toString() {
    return "Requester";
  }
}
