package id.alur.access;

import id.alur.notice.Notice;
import id.alur.notice.Notices;
import id.alur.notice.TasklistLinks;
import id.alur.partner.http.AddressRefused;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.MailException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Asks admin-alur, once for each, to put an address on the list that Alur was to call and may not. */
@Component
class AddressRequests {

  private static final Logger log = LoggerFactory.getLogger(AddressRequests.class);

  private final JdbcClient jdbc;
  private final Members members;
  private final Notices notices;
  private final Clock clock;

  AddressRequests(JdbcClient jdbc, Members members, Notices notices, Clock clock) {
    this.jdbc = jdbc;
    this.members = members;
    this.notices = notices;
    this.clock = clock;
  }

  /** The step goes on by hand whatever becomes of the request: a failure here is not one of the step. */
  @EventListener
  void note(AddressRefused address) {
    try {
      jdbc.sql("insert into \"alur\".address_request (scheme, host, port, asked_at) values (?, ?, ?, ?)")
          .params(address.scheme(), address.host(), address.port(), clock.instant().atOffset(ZoneOffset.UTC)).update();
    } catch (DuplicateKeyException asked) {
      log.debug("{} was asked for before", address);
    } catch (DataAccessException e) {
      log.error("Admin Alur is not told that {} should be on the list; the next call asks again", address, e);
    }
  }

  @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT1M")
  void tellAdmins() {
    jdbc.sql("select scheme, host, port from \"alur\".address_request where told_at is null").query(AddressRequests::row)
        .list().stream().filter(this::claim).forEach(this::tell);
  }

  private void tell(AddressRefused address) {
    try {
      notices.send(new Notice(members.addressesOf(Group.ADMIN_ALUR, null),
          "Alamat belum terdaftar: " + address.host(),
          List.of("Sebuah kasus perlu menghubungi " + address.scheme() + "://" + address.host() + ":" + address.port()
                  + ", dan alamat itu belum terdaftar. Langkahnya dikerjakan dengan tangan, jadi tidak ada yang tertahan.",
              "Bila alamat itu benar milik mitra, daftarkan di alur.partner.addresses, lalu jalankan Alur lagi."),
          TasklistLinks.MY_TASKS));
    } catch (MailException e) {
      log.warn("Admin Alur is told of {} later", address, e);
      tellingAt(address, null, "told_at is not null");
    }
  }

  /** False if another node tells already. */
  private boolean claim(AddressRefused address) {
    return tellingAt(address, clock.instant().atOffset(ZoneOffset.UTC), "told_at is null") == 1;
  }

  private int tellingAt(AddressRefused address, OffsetDateTime time, String provided) {
    return jdbc.sql("update \"alur\".address_request set told_at = ? where scheme = ? and host = ? and port = ? and "
        + provided).params(Arrays.asList(time, address.scheme(), address.host(), address.port())).update();
  }

  private static AddressRefused row(ResultSet row, int number) throws SQLException {
    return new AddressRefused(row.getString("scheme"), row.getString("host"), row.getInt("port"));
  }
}
