/** Acts that Alur itself performs at a partner: workers, leases, and the journal that keeps an act from happening twice. */
package id.alur.act;
