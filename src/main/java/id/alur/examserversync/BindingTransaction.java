package id.alur.examserversync;

import id.alur.examserversync.BindingRefused.Reason;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Changes rows about machines within the engine's transaction, if there is one, else in one of its own. */
@Component
class BindingTransaction {

  private final TransactionTemplate transactions;

  BindingTransaction(PlatformTransactionManager transactions) {
    this.transactions = new TransactionTemplate(transactions);
  }

  /** Two at once meet in the database, and the second one is told. */
  void change(Runnable work) {
    try {
      transactions.executeWithoutResult(transaction -> work.run());
    } catch (DuplicateKeyException | ConcurrencyFailureException e) {
      throw new BindingRefused(Reason.CHANGED_MEANWHILE, e);
    }
  }
}
