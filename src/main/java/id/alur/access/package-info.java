/** Who may see and do what: units as tenants, the groups of all procedures, their grants and Tasklist filters. */
package id.alur.access;
