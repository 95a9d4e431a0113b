/** The practice run's own things, active in the profile "practice" alone: a mailbox, accounts, a welcome. */
package id.alur.practice;
