/** When something may happen: holidays and windows in an explicit zone. Knows neither the engine nor a partner. */
package id.alur.calendar;
