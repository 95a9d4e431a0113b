package id.alur.explore;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a database has been through, on one connection: a savepoint instead of each transaction, so that all of it can
 * be rewound.
 *
 * <p>H2 never forgets a savepoint that nothing was written after, and looks at each in each rollback: so they have
 * names, and the next of a name takes the place of the last.
 *
 * <p>A transaction within a transaction (REQUIRES_NEW) is a nested savepoint. What it wrote into a journal outlives a
 * rollback of the transaction around it, as it would with two connections.
 *
 * <p>The moments after each commit that wrote something are numbered from 1: at each of them the process can be made
 * to {@linkplain #crashAt crash}. A crash just before the next commit would leave the same behind. Writes are
 * recognized by their prepared statements.
 */
final class Timeline implements AutoCloseable {

  /** No moment to crash at. */
  static final int NEVER = 0;

  private static final Pattern WRITE = Pattern.compile("\\s*(insert|update|delete|merge)\\b.*",
      Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
  private static final Set<String> STILL_ANSWERED_WHEN_DEAD =
      Set.of("rollback", "close", "isClosed", "getAutoCommit", "setAutoCommit");

  private final Thread owner = Thread.currentThread();
  private final Connection connection;
  private final JournalRows journal;
  private final Runnable whenClosed;
  private final Deque<LogicalConnection> transactions = new ArrayDeque<>();

  private int writingCommits;
  private int moments;
  private int crashAt = NEVER;
  private boolean dead;

  Timeline(Connection connection, Set<String> journals, Runnable whenClosed) throws SQLException {
    this.connection = connection;
    this.journal = new JournalRows(connection, journals);
    this.whenClosed = whenClosed;
    connection.setAutoCommit(false);
  }

  boolean isOfThisThread() {
    return Thread.currentThread() == owner;
  }

  Connection logicalConnection() {
    return (Connection) Proxy.newProxyInstance(
        getClass().getClassLoader(), new Class<?>[] {Connection.class}, new LogicalConnection());
  }

  /** A point to come back to, between transactions; the next one at this depth takes its place. */
  Savepoint mark(int depth) throws SQLException {
    return connection.setSavepoint("state " + depth);
  }

  void rewindTo(Savepoint mark) throws SQLException {
    connection.rollback(mark);
  }

  /** How many transactions were committed, ever, that wrote something. */
  int writingCommits() {
    return writingCommits;
  }

  /** Starts counting moments anew, and crashes at the one with this number, or {@link #NEVER}. */
  void crashAt(int moment) {
    moments = 0;
    crashAt = moment;
    dead = false;
  }

  /** How many moments have passed since {@link #crashAt}. */
  int moments() {
    return moments;
  }

  /** Whether it came to the crash; the next {@link #crashAt} is the restart. */
  boolean isDead() {
    return dead;
  }

  @Override
  public void close() throws SQLException {
    whenClosed.run();
    connection.rollback();
    connection.setAutoCommit(true);
    connection.close();
  }

  private void moment() {
    moments++;
    if (moments == crashAt) {
      dead = true;
      throw new Crash();
    }
  }

  /** What the product takes for a connection of its own. */
  private final class LogicalConnection implements InvocationHandler {

    private boolean inTransaction;
    private int depth;
    private Savepoint beforeFirstWrite;
    private boolean wrote;
    private boolean closed;

    @Override
    public Object invoke(Object proxy, Method method, Object[] args) throws Throwable {
      if (dead && !STILL_ANSWERED_WHEN_DEAD.contains(method.getName())) {
        throw new Crash();
      }
      switch (method.getName()) {
        case "setAutoCommit" -> begin((boolean) args[0]);
        case "commit" -> commit();
        case "rollback" -> rollback();
        case "close" -> release();
        case "setReadOnly", "setTransactionIsolation" -> { /* all share one connection */ }
        case "getAutoCommit" -> {
          return !inTransaction;
        }
        case "isClosed" -> {
          return closed;
        }
        case "equals" -> {
          return proxy == args[0];
        }
        case "hashCode" -> {
          return System.identityHashCode(proxy);
        }
        default -> {
          return onConnection(method, args);
        }
      }
      return null;
    }

    private Object onConnection(Method method, Object[] args) throws Throwable {
      boolean writes = method.getName().equals("prepareStatement") && WRITE.matcher((String) args[0]).matches();
      boolean mayWrite = writes || method.getName().equals("createStatement");
      if (mayWrite && inTransaction && beforeFirstWrite == null) {
        beforeFirstWrite = connection.setSavepoint("transaction " + depth);
      }
      wrote |= writes;
      try {
        return method.invoke(connection, args);
      } catch (InvocationTargetException e) {
        throw e.getCause();
      }
    }

    private void begin(boolean autoCommit) {
      if (!autoCommit && !inTransaction) {
        inTransaction = true;
        wrote = false;
        depth = transactions.size();
        transactions.push(this);
      }
    }

    private void commit() throws SQLException {
      end();
      if (transactions.isEmpty()) {
        journal.forget();
      } else if (wrote) {
        journal.keep();
      }
      committed();
    }

    private void rollback() throws SQLException {
      if (beforeFirstWrite != null) {
        connection.rollback(beforeFirstWrite);
        journal.putBack();
      }
      wrote = false;
      end();
      if (transactions.isEmpty()) {
        journal.forget();
      }
    }

    private void end() {
      inTransaction = false;
      beforeFirstWrite = null;
      transactions.remove(this);
    }

    /** Without a transaction each statement was its own; this notices them together. */
    private void release() {
      if (!closed && !inTransaction) {
        closed = true;
        committed();
      }
      closed = true;
    }

    private void committed() {
      if (wrote) {
        wrote = false;
        writingCommits++;
        if (!dead) {
          moment();
        }
      }
    }
  }
}
