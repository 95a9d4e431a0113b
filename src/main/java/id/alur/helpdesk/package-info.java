/** Help desk (HD): a university's PUSTIPD solves complaints of students, lecturers, employees and faculty operators. */
package id.alur.helpdesk;
