/** Pusat Bantuan of the ministry, over Zendesk's Requests and Uploads interface. Knows no procedure. */
package id.alur.partner.pusatbantuan;
