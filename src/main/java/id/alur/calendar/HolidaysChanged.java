package id.alur.calendar;

/** Told when other holidays are known than before: what is due may be due at another time now. */
public record HolidaysChanged() {}
