/** Exam server sync (ES): a proctor synchronises the machine of the exam with CBTSync. */
package id.alur.examserversync;
