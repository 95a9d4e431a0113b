/** When something may happen: holidays, windows, working hours in an explicit zone. Knows neither case nor partner. */
package id.alur.calendar;
