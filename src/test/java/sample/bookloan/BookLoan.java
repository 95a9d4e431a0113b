package sample.bookloan;

import id.alur.engine.Variable;

/** The contract of the sample procedure. */
final class BookLoan {

  static final String SHELF_EMPTIED = "book-loan.shelfEmptied";
  static final String BOOK_RETURNED = "book-loan.bookReturned";

  static final Variable<String> TITLE = Variable.text("title");
  static final Variable<String> CARD_PHOTO = Variable.text("cardPhoto");
  static final Variable<String> CARD = Variable.text("card");
  static final Variable<String> PERMISSION = Variable.text("permission");

  private BookLoan() {}
}
