package id.alur.partner.sister;

import id.alur.partner.http.OutcomeUnknown;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The /autosync of each PT as a test wants it. Its sign-ins lie in a table of their own, as tickets do. */
@Primary
public final class StandInSister implements SisterAutosync {

  /** The table of sign-ins: {@code number, base, password, at}. */
  public static final String SIGN_INS = "\"alur\".stand_in_sign_in";

  /** What it does with a sign-in. */
  public enum Mood { ANSWERS, ANSWERS_NOTHING_USABLE, REFUSES_THE_PASSWORD, IS_ANOTHER_PAGE, BREAKS_OFF }

  private final JdbcClient jdbc;
  private final TransactionTemplate own;
  private final Clock clock;
  private Mood mood;

  StandInSister(JdbcClient jdbc, PlatformTransactionManager transactions, Clock clock) {
    this.jdbc = jdbc;
    this.own = new TransactionTemplate(transactions);
    this.clock = clock;
    jdbc.sql("create table " + SIGN_INS
        + " (number int primary key, base varchar(300), password varchar(100), at timestamp with time zone)").update();
    forgetWhatWasSaid();
  }

  /** As if no test had said anything; sign-ins stay. */
  public void forgetWhatWasSaid() {
    mood = Mood.ANSWERS;
  }

  public void is(Mood now) {
    mood = now;
  }

  /** How often somebody signed in so far. */
  public int signIns() {
    return jdbc.sql("select count(*) from " + SIGN_INS).query(Integer.class).single();
  }

  /** The password that came last. */
  public String lastPassword() {
    return jdbc.sql("select password from " + SIGN_INS + " order by number desc fetch first 1 row only")
        .query(String.class).single();
  }

  @Override
  public void signIn(SignIn signIn, JsonConsumer consumer) {
    if (mood == Mood.IS_ANOTHER_PAGE) {
      throw new NotAutosync("404");
    }
    note(signIn);
    switch (mood) {
      case ANSWERS -> give("{\"data\":[1]}", consumer);
      case ANSWERS_NOTHING_USABLE -> give("{}", consumer);
      case REFUSES_THE_PASSWORD -> throw new WrongPassword("asks again");
      default -> throw new OutcomeUnknown("broke off", "Sambungan ke SISTER terputus sebelum JSON diterima.");
    }
  }

  private void note(SignIn signIn) {
    own.executeWithoutResult(transaction -> jdbc.sql("insert into " + SIGN_INS + " values (?, ?, ?, ?)")
        .params(signIns() + 1, signIn.base().toString(), signIn.password(), clock.instant().atOffset(ZoneOffset.UTC))
        .update());
  }

  private static void give(String json, JsonConsumer consumer) {
    try {
      consumer.accept(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
